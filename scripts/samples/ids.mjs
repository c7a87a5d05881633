// Ids that nobody owns: the form of each kind, with "example" in it.

const ZONES = { 'cn-shanghai': 'uf6', 'cn-hangzhou': 'bp1', 'cn-beijing': '2ze', 'ap-southeast-1': 't4n' };
const two = (number) => String(number).padStart(2, '0');

export const instance = (region, number) => `i-${ZONES[region]}example00000${two(number)}`;
export const disk = (region, number) => `d-${ZONES[region]}example00000${two(number)}`;
export const group = (region, number) => `sg-${ZONES[region]}example00000${two(number)}`;
export const vpc = (region, number) => `vpc-${ZONES[region]}example00000${two(number)}`;
export const vswitch = (region, number) => `vsw-${ZONES[region]}example00000${two(number)}`;
export const snapshot = (region, number) => `s-${ZONES[region]}example00000${two(number)}`;
export const database = (number) => `rm-example000000${two(number)}`;
export const cluster = (number) => `sc_flinkserverless_public_cn-example${two(number)}`;
export const keyId = (number) => `00000000-0000-4000-8000-0000000000${two(number)}`;
export const order = (number) => `21000000000${two(number)}`;
export const namespaces = ['orders-prod', 'clickstream-prod', 'risk-prod', 'orders-staging', 'sandbox'];
export const bucket = 'example-flink-artifacts';
