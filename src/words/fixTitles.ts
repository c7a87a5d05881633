import { type Finding, FindingCode } from '../checks/finding';
import { type Translate } from './messages';
import { visible } from './visible';

/** What the quick fix of a finding is called; undefined where there is none of its own. */
export function fixTitle({ code, data }: Finding, t: Translate): string | undefined {
  switch (code) {
    case FindingCode.Comment:
      return t('Remove comment');
    case FindingCode.TrailingComma:
      return t('Remove trailing comma');
    case FindingCode.UnquotedMask:
      return t('Put the value in quotes');
    case FindingCode.FieldName:
    case FindingCode.MixedCasing:
      return t('Rename to "{0}"', visible(data['suggestion'] ?? ''));
    case FindingCode.EventNameCase:
      return t('Use the documented case: "{0}"', visible(data['documented'] ?? ''));
    case FindingCode.UnknownRegion:
    case FindingCode.UnknownEvent:
    case FindingCode.UnknownIdentity:
    case FindingCode.UnknownService:
    case FindingCode.UnknownValue:
      return data['suggestion'] === undefined ? undefined : t('Change to "{0}"', visible(data['suggestion']));
    case FindingCode.Secret:
    case FindingCode.AccessKeyId:
      return t('Mask as "{0}"', visible(data['mask'] ?? ''));
    default:
      return undefined;
  }
}

/** What it is called to mend all findings of a code in one event. */
export function fixEventTitle(code: FindingCode, t: Translate): string {
  return t('Fix all of this kind in this event ({0})', code);
}

/** What it is called to mend all findings of a code. */
export function fixAllTitle(code: FindingCode, t: Translate): string {
  switch (code) {
    case FindingCode.Comment:
      return t('Remove all comments in this document');
    case FindingCode.TrailingComma:
      return t('Remove all trailing commas in this document');
    case FindingCode.UnquotedMask:
      return t('Put all masked values in this document in quotes');
    case FindingCode.FieldName:
      return t('Correct all field names in this document');
    case FindingCode.Secret:
      return t('Mask all secrets in this document');
    case FindingCode.AccessKeyId:
      return t('Mask all IDs of access keys in this document');
    default:
      return t('Fix all of this kind in this document ({0})', code);
  }
}
