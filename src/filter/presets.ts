/** Filters for what reviewers of a log look for. They are made of the catalogue's kinds, so that events of every service are among them. */
export const PRESETS = {
  changes: 'kind:(write | delete | order)',
  failures: 'error:*',
  sensitive: 'sensitivity:high',
  logons: 'type:(ConsoleSignin | ConsoleSignout | PasswordReset) | kind:logon',
  root: 'identity:root-account',
  identities: 'service:(ram | ims | sts | cloudsso | resourcemanager) -kind:(read | logon)',
  exposure:
    'name:(*SecurityGroup* | *PublicIp* | *Eip* | *PublicConnection* | *Acl* | *AccessControl* | *SecurityIp* | *Whitelist* | *WhiteList* | *BucketPolicy* | *PublicAccessBlock* | *NatGateway* | *SnatEntry | *ForwardEntry | *Listener* | *VpcFirewall* | *InternetAccess* | *PublicEndpoint*) -kind:read',
  deletions: 'kind:delete',
  tampering:
    '(service:actiontrail -kind:read) | (service:(sls | config | cms | sas | eventbridge) kind:delete) | name:(Stop*Recorder | Disable*Log* | Close*Log* | *AuditLog*Off | DeleteBucketLogging | DeleteBucketLifecycle | PutBucketLifecycle | TrailConcealment*)',
  offHours: 'hour:20..7 | weekday:(sat | sun)',
  firstSeen: 'first:user | first:address | first:key | first:name',
} as const satisfies Readonly<Record<string, string>>;

export type PresetId = keyof typeof PRESETS;
export const PRESET_IDS = Object.keys(PRESETS) as readonly PresetId[];
