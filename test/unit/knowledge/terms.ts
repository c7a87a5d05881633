/** What is not said, and what is said instead: one thing has one term in all texts, the vendor's. */
export const FORBIDDEN: readonly (readonly [wrong: RegExp, right: string])[] = [
  [/虚拟交换机/u, '交换机'],
  [/\p{Script=Han} ?AccessKey(?! (?:ID|Secret))/u, '访问密钥'],
  [/Access Key\b|AccessKeys\b/, 'AccessKey pair'],
  [/子帐|帐号|帐户/u, '账号'],
  [/子用户|子账号/u, 'RAM 用户'],
  [/弹性公网IP|弹性 ?IP/u, '弹性公网 IP'],
  [/(?<!集群)磁盘/u, '云盘'],
  [/映像/u, '镜像'],
  [/监听器/u, '监听'],
  [/服务器群组/u, '服务器组'],
  [/登陆/u, '登录'],
  [/密匙/u, '密钥'],
  [/阀值/u, '阈值'],
  [/缺省/u, '默认'],
  [/\b(?:logs? in to|log-?in|logins?)\b/i, 'log on, logon'],
  [/\b(?:multi|two)-?factor\b/i, 'MFA'],
  [/\bSLB instance/, 'Classic Load Balancer instance'],
  [/(?<!Simple )Log Service/, 'Simple Log Service'],
  [/ApsaraDB for (?:RDS|POLARDB|Redis)/i, 'ApsaraDB RDS, PolarDB, Tair (Redis OSS-compatible)'],
  [/云数据库 ?PolarDB/u, '云原生数据库 PolarDB'],
  [/Anti-DDoS (?:Pro|Premium)\b/, 'Anti-DDoS Proxy'],
  [/Microservice Engine/, 'Microservices Engine'],
  [/运维编排/u, '系统运维管理 (OOS)'],
  [/(?<!CloudOps |Resource )Orchestration Service/, 'CloudOps Orchestration Service (OOS)'],
  [/云呼叫中心/u, '云联络中心'],
  [/售卖控制台|sales console/iu, '实时计算 Flink 版, Realtime Compute for Apache Flink'],
];

/** Words that only meanings of events avoid: other texts also name values of a log, such as the service `Vpc`. */
export const FORBIDDEN_IN_EVENTS: typeof FORBIDDEN = [
  [/\b(?:VSwitch|Vswitch|vswitch)(?:es)?\b/, 'vSwitch'],
  [/\b(?:Vpc|vpc)s?\b/, 'VPC'],
];

/** Terms that only one product has, by the code of its catalogue file. */
export const FORBIDDEN_IN: Readonly<Record<string, readonly (readonly [wrong: RegExp, right: string])[]>> = {
  maxcompute: [
    [/资源包/u, 'Package: 资源包 is a prepaid plan everywhere else'],
    [/配额/u, 'Quota: 配额 is a limit of the account'],
  ],
};
