import { type Node } from 'jsonc-parser';
import { type ErrorFamily, errorFamily, isSuccess } from '../../knowledge/errors';
import { code, described, type Explanation, type Line, strong } from './content';
import { textOf } from '../../event/member';
import { label } from '../../words/bilingual';

const SUCCESS = { zh: '表示成功或没有值，不是错误。', en: 'This stands for success or for no value: nothing failed.' };

/** What an error code is about and what to check. */
export function explainErrorCode(value: string): Explanation | undefined {
  if (isSuccess(value)) return described(value, SUCCESS);
  const family = errorFamily(value);
  return family && explainFamily(family, () => [code(value)]);
}

/** What an error message is about: the code beside it tells. */
export function explainErrorMessage(object: Node | undefined): Explanation | undefined {
  const value = textOf(object, 'errorCode') || textOf(object, 'errCode') || textOf(object, 'code');
  const family = errorFamily(value);
  return (
    family &&
    explainFamily(family, (language) =>
      language === 'zh' ? ['错误码 ', code(value), ' 的说明'] : ['The message of the error ', code(value)],
    )
  );
}

function explainFamily({ meaning, check }: ErrorFamily, title: (language: 'zh' | 'en') => Line): Explanation {
  return {
    say: (language, isFirst) => [
      [strong(meaning[language])],
      ...(isFirst ? [title(language)] : []),
      [label(language, '检查', 'What to check'), check[language]],
    ],
  };
}
