import { type Sink } from '../kinds';
import { matches } from './matches';

/** What ids of resources begin with. */
const PREFIXES =
  'i|ic|vpc|vsw|vtb|vrt|vbr|sg|d|disk|eip|eni|lb|slb|alb|nlb|acl|rtb|ngw|snat|stb|rm|pc|pgm|r|dds|mg|s|ss|sp|snap|m|ecs|asg|ess|ali|lt|hp|img|cen|ccn|cr|cri|crr|tr|vpn|vgw|cgw|bwp|cbwp|eipac|key|fs|bp|sgw|gw|se|es|hbr|v|po|pe|ep|epsrv|ds|dh|nas|amp|cas|waf|ddoscoo|kst|kms|hb|lhd|gpdb|am|hgpost|fp|alikafka|rmq|mq|o|rg|pai|dsw|eas|ask|sub|arm';
const ID = new RegExp(`(?<![\\w-])(?:${PREFIXES})-[a-z0-9]{6,64}(?![a-z0-9])`, 'g');
const WHOLE = new RegExp(`^(?:${PREFIXES})-(?=[a-z0-9]*\\d)[a-z0-9]{6,64}$`);

/** Ids of resources: `i-bp1fake00000000000`. */
export function findIds(text: string, sink: Sink): void {
  for (const [id] of matches(text, ID)) if (/\d/.test(id)) sink('resources', id);
}

/** What of an id is the vendor's: its beginning; 0 for a name, all of which is the customer's. */
export function idPrefix(value: string): number {
  return WHOLE.test(value) ? value.indexOf('-') + 1 : 0;
}
