import { serviceOf } from './services';

/** A name as somebody writes it who has not the catalogue before him, made like one of its names. */
export interface PlainName {
  /** The code of the product before it (`ecs:RunInstances`), where that is one. */
  readonly service: string | undefined;
  readonly name: string;
}

/** What may stand between the words of a name. */
const BETWEEN = /[\s_.-]+/gu;

/** How consoles and their pages call what happened, by the name of the event; folded, without blanks. */
const PHRASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ConsoleSignin: ['log on to console', 'log on to the console', 'console logon', 'sign in', '登录控制台', '控制台登录'],
    ConsoleSignout: ['log off from console', 'log off from the console', 'sign out', '登出控制台', '退出控制台', '退出登录'],
    PasswordReset: ['reset password', 'password reset', '重置密码', '密码重置'],
  }).flatMap(([name, phrases]) => phrases.map((phrase): [string, string] => [folded(phrase), name])),
);

/** Longer texts are no names. */
const LONGEST = 200;
function folded(text: string): string {
  return text.replaceAll(BETWEEN, '').toLowerCase();
}

/** The name that `Delete Disk`, `describe-instances`, `ecs:RunInstances` or 登录控制台 stands for; undefined where it is written like a name already. */
export function plainNameOf(text: string): PlainName | undefined {
  if (text.length > LONGEST) return undefined;
  const [, prefix, rest = text] = /^\s*([\w-]+)\s*[:：]\s*(.+)$/u.exec(text) ?? [];
  const service = prefix === undefined ? undefined : serviceOf(prefix)?.code;
  const name = PHRASES.get(folded(rest)) ?? rest.replaceAll(BETWEEN, '');
  return name === text || name === '' ? undefined : { service, name };
}
