import { type Node } from 'jsonc-parser';
import { errorOf } from '../../knowledge/errors';
import { regionOf } from '../../knowledge/regions';
import { formatLocal, offsetOf, parseTime } from '../../knowledge/times';
import { type Catalogue } from '../../knowledge/catalogue';
import { code, type Explanation, joined, type Line, strong } from './content';
import { type Language } from '../../knowledge/bilingual';
import { entryOf } from './eventName';
import { textOf } from '../../event/member';
import { SEPARATOR } from '../../words/bilingual';

/** An event that lies inside a string, in a few lines: what, when, who, from where, and whether it worked. */
export function summarize(event: Node, catalogue: Catalogue, withMeaning: boolean): Explanation {
  const name = textOf(event, 'eventName');
  return {
    say: (language) =>
      withMeaning
        ? [[language === 'zh' ? '事件 ' : 'Event ', code(name), SEPARATOR, strong(entryOf(event, catalogue)[language])]]
        : [],
    once: (language) => [circumstances(event, language)],
  };
}

function circumstances(event: Node, language: Language): Line {
  const time = parseTime(textOf(event, 'eventTime'));
  const region = textOf(event, 'acsRegion');
  const address = textOf(event, 'sourceIpAddress');
  const error = errorOf(textOf(event, 'errorCode'), textOf(event, 'errorMessage'));
  const user = textOf(event, 'userIdentity', 'userName') || textOf(event, 'userIdentity', 'type');
  const known = regionOf(region)?.[language];
  return joined(
    [
      time && [`${formatLocal(time.ms)} (${offsetOf(time.ms)})`],
      user === '' ? undefined : [code(user)],
      address === '' ? undefined : [code(address)],
      region === '' ? undefined : known === undefined ? [code(region)] : [known],
      error === '' ? [language === 'zh' ? '成功' : 'succeeded'] : [language === 'zh' ? '失败：' : 'failed: ', code(error)],
    ].filter((line) => line !== undefined),
    SEPARATOR,
  );
}
