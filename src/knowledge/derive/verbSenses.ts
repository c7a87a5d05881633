import { type Phrase } from './phrase';
import { type Verb } from './verbs';

interface Sense {
  /** What the English of the object is like. */
  readonly object: RegExp;
  readonly verb: Verb;
}

const APPLY: Verb = { zh: '应用', en: 'Applies', kind: 'write' };
const ALLOCATE: Verb = { zh: '申请', en: 'Applies for', kind: 'write' };
const ACTIVATE: Verb = { zh: '开通', en: 'Activates', kind: 'write' };

/** What a verb says of some objects only: services are opened in another way than files, and a policy is applied where a certificate is applied for. */
const SENSES: Readonly<Record<string, readonly Sense[]>> = {
  apply: [
    {
      object:
        /(?:policy|policies|rule|config(?:uration)?|setting|template|plan|advice|suggestion|parameter|patch|baseline|script|route|refresh|scaling group|change|scheme|tag)$/i,
      verb: APPLY,
    },
  ],
  allocate: [{ object: /(?:EIPs?|public IP address|connection|endpoint|Anycast EIP)$/i, verb: ALLOCATE }],
  open: [
    {
      object: /(?:^$|service|instance|cluster|module|backup|shift|task|delivery|role|Service|protection|trial|account|bucket)$/,
      verb: ACTIVATE,
    },
  ],
};

/** The sense of a verb before its object. */
export function senseOf(name: string, verb: Verb, object: Phrase | undefined): Verb {
  const senses = Object.hasOwn(SENSES, name) ? (SENSES[name] ?? []) : [];
  return senses.find((sense) => sense.object.test(object?.en ?? ''))?.verb ?? verb;
}
