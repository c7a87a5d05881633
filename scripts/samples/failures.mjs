// What goes wrong on an ordinary day, by service.

const MISSING = ['NoPermission', 'You are not authorized to do this action. Ask the account administrator for the permission.'];
const COMMON = [
  [MISSING, 4],
  [['Throttling.User', 'Request was denied due to user flow control.'], 2],
  [['InvalidParameter', 'The specified parameter is not valid.'], 2],
];

const BY_SERVICE = {
  flink: [
    [['VSwitchIpNotEnough', 'The vSwitch does not have enough available IP addresses.'], 3],
    [['Forbidden.NamespaceInUse', 'The namespace still has running jobs.'], 1],
  ],
  ecs: [
    [['IncorrectInstanceStatus', 'The current status of the resource does not support this operation.'], 3],
    [['Forbidden.RAM', 'User not authorized to operate on the specified resource.'], 2],
  ],
  ram: [[['EntityAlreadyExists.Policy', 'The policy does already exist.'], 2]],
  sts: [[['NoPermission', 'You are not authorized to do this action. You should be authorized by RAM.'], 3]],
  oss: [[['AccessDenied', 'You have no right to access this object because of bucket acl.'], 4]],
  kms: [[['Forbidden.KeyNotFound', 'The specified Key is not found.'], 2]],
  rds: [[['OperationDenied.DBInstanceStatus', 'The operation is not permitted due to the status of the instance.'], 3]],
};

export function failure(rng, service) {
  const [code, message] = rng.weighted([...COMMON, ...(BY_SERVICE[service] ?? [])]);
  return { code, message };
}
