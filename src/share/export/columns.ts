/** A column of an exported table: a field of the event, by the path of its names. */
export interface ExportColumn {
  readonly name: string;
  readonly path: readonly string[];
}

const column = (path: string): ExportColumn => ({ name: path.slice(path.lastIndexOf('.') + 1), path: path.split('.') });

/** Every column that is offered, in their order in the table. */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  'eventTime',
  'eventName',
  'serviceName',
  'acsRegion',
  'userIdentity.accountId',
  'userIdentity.type',
  'userIdentity.userName',
  'userIdentity.principalId',
  'userIdentity.accessKeyId',
  'sourceIpAddress',
  'eventRW',
  'eventType',
  'errorCode',
  'errorMessage',
  'resourceType',
  'resourceName',
  'requestParameters',
  'responseElements',
  'userAgent',
  'eventSource',
  'apiVersion',
  'recipientAccountId',
  'requestId',
  'eventId',
].map(column);

/** The columns of a table when the user has chosen none. */
export const USUAL_COLUMNS: readonly ExportColumn[] = EXPORT_COLUMNS.filter(({ name }) =>
  [
    'eventTime',
    'eventName',
    'serviceName',
    'acsRegion',
    'accountId',
    'userName',
    'accessKeyId',
    'sourceIpAddress',
    'eventRW',
    'errorCode',
    'errorMessage',
    'requestParameters',
    'requestId',
    'eventId',
  ].includes(name),
);
