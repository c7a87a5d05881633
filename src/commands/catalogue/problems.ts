import { type ImportProblem, type ProblemCode } from '../../knowledge/import/problem';
import { type DownloadFault } from '../../sources/metadata/request';
import { type Translate } from '../../words/messages';

const PROBLEMS: Readonly<Record<ProblemCode, string>> = {
  'unknown-format': 'Neither Markdown, CSV, JSON of a catalogue, nor a zip or folder of these.',
  unreadable: 'The file cannot be read: {0}',
  empty: 'The file is empty.',
  'no-match': 'No file fits this pattern.',
  relative: 'In the user settings a path starts with / or ~/ or a drive, or is a URI.',
  'no-table': 'No table has a column of event names and one of descriptions.',
  'no-header': 'The first line names no column of event names, or none of meanings: eventName, zh, en.',
  'open-quote': 'A quotation mark that stands here is not closed; nothing is read from here on.',
  'no-name': 'The row has no event name.',
  'bad-name': '"{0}" is no event name.',
  'no-meaning': 'Nothing is said of "{0}".',
  duplicate: '"{0}" has another meaning above, which stays.',
  'bad-json': 'This is no JSON: {0}',
  'bad-entry': '"{0}" is not as the schema of catalogues wants it.',
  'wrong-language': 'The texts are in another language than the file should have.',
  'no-service': 'The document does not say of which product these events are: they are used for all products.',
  'bad-zip': 'The zip is cut off or damaged, or this is no zip.',
  'bad-packing': 'The zip is encrypted, or packed in a way that is not supported: {0}',
  'too-large': 'More than {0}; the rest is not read.',
  'too-many': 'More than {0}; the rest is not taken.',
};

/** What an import says of something that it could not take. */
export function problemMessage({ code, detail = '' }: ImportProblem, t: Translate): string {
  return t(PROBLEMS[code], detail);
}

const FAULTS: Readonly<Record<DownloadFault, string>> = {
  cancelled: 'Cancelled.',
  timeout: 'The server did not answer in time.',
  'too-large': 'The answer is too large.',
  redirect: 'The server wants to lead to another address ({0}), which was not agreed to.',
  insecure: 'No key is sent to {0}: the connection would not be encrypted.',
  network: 'No connection: {0}',
  status: 'The server answered with status {0}.',
  'not-json': 'The answer is no JSON, perhaps a page of a proxy: {0}',
  'other-json': 'The answer is not of the expected form: {0}',
  'wrong-language': 'The answer is in another language than asked for.',
  'no-product': 'The list of products holds no such code.',
};

/** What a download says of something that did not come. */
export function faultMessage(fault: DownloadFault, detail: string, t: Translate): string {
  return t(FAULTS[fault], detail);
}
