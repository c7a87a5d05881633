import { type Sink } from '../kinds';
import { matches } from './matches';

const ACCESS_KEY = /LTAI[A-Za-z0-9]{12,64}|(?<![A-Za-z0-9])LTAI[A-Za-z0-9]{8,11}/g;
const TEMPORARY_KEY =
  /(?<![A-Za-z0-9])(?:STS|TMP)\.[A-Za-z0-9]{8,128}|(?:STS|TMP)\.(?=[A-Za-z]*\d)(?=[a-z\d]*[A-Z])[A-Za-z0-9]{16,128}/g;
const KEYS_OF_OTHERS = /(?<![A-Za-z0-9])(?:AKIA|ASIA|AIDA|AROA|AKID)[A-Za-z0-9]{12,40}|(?<![A-Za-z0-9])AIza[\w-]{30,40}/g;
const WEB_TOKEN = /(?<![A-Za-z0-9])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;
/** Tokens of services that begin with their name. */
const SERVICE_TOKEN =
  /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255}|glpat-[\w-]{16,64}|npm_[A-Za-z0-9]{30,64}|xox[a-z](?:-[A-Za-z0-9]{1,64}){2,6}|xapp(?:-[A-Za-z0-9]{1,128}){3,5}|sk-[\w-]{20,255}|[sprk]{2}_(?:live|test)_[A-Za-z0-9]{16,128}|SG\.[\w-]{16,64}\.[\w-]{16,64}|lin_(?:api|oauth)_[A-Za-z0-9]{20,64}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{16,64}|hf_[A-Za-z0-9]{20,64}|dop_v1_[a-f0-9]{32,64}|ops_eyJ[\w-]{100,2048})/g;
const SERVICE = /gh[pousr]_|github_|glpat-|npm_|xox|xapp-|sk-|_(?:live|test)_|SG\.|lin_|shp|hf_|dop_|ops_/;
/** Keys, and messages, of PEM and PGP: everything between the dashes of the first and the last line. */
const BLOCK = /-----BEGIN ([A-Z0-9 ]{2,40})-----((?:(?!-----BEGIN)[^]){0,20000}?)-----END \1-----/g;
/** The end of a block may be cut off. */
const OPEN_BLOCK = /-----BEGIN [A-Z0-9 ]{0,40}(?:KEY|BLOCK|MESSAGE)[A-Z ]{0,8}-----([^-]{8,20000})/g;
const LONG_LINE = 16;

/** Access keys and tokens, told by how they begin; keys also where letters stand before them. */
export function findTokens(text: string, sink: Sink): void {
  if (text.includes('LTAI')) for (const [key] of matches(text, ACCESS_KEY)) sink('accessKeys', key);
  if (/(?:STS|TMP)\./.test(text)) for (const [key] of matches(text, TEMPORARY_KEY)) sink('accessKeys', key);
  if (/A(?:[KSIR][IDO][AD]|Iza)/.test(text)) for (const [key] of matches(text, KEYS_OF_OTHERS)) sink('accessKeys', key);
  if (text.includes('eyJ'))
    for (const [token] of matches(text, WEB_TOKEN)) for (const part of token.split('.')) sink('secrets', part);
  if (SERVICE.test(text)) for (const [token] of matches(text, SERVICE_TOKEN)) sink('secrets', token);
  if (!text.includes('-----')) return;
  for (const [, label = '', body = ''] of matches(text, BLOCK)) {
    findLines(body, sink);
    // What is no key any more does not end as one.
    if (label.includes('PRIVATE')) sink('secrets', `END ${label}`);
  }
  for (const [, body = ''] of matches(text, OPEN_BLOCK)) findLines(body, sink);
}

/** The lines of a key; words of its head are none, and its last lines may be short. */
function findLines(body: string, sink: Sink): void {
  const words = body.split(/(?:\s|\\[rn])+/).filter((word) => /^[A-Za-z0-9+/=_-]{4,}$/.test(word));
  words.forEach((word, index) => {
    if (word.length >= LONG_LINE || index >= words.length - 2) sink('secrets', word);
  });
}
