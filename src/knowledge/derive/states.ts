/** What a thing is said to be at the end of a name: `CheckDBNameAvailable`, `ReportTaskFailed`. */
export interface State {
  /** After 是否. */
  readonly zh: string;
  /** After "whether the thing". */
  readonly en: string;
  /** Before a noun: 已启用的. */
  readonly attribute: string;
}

const table = (lines: string): ReadonlyMap<string, State> =>
  new Map(
    lines
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [names = '', zh = '', en = '', attribute = zh] = line.split('|');
        return names.split(' ').map((name): [string, State] => [name, { zh, en, attribute }]);
      }),
  );

/** The states that end names, by their folded spelling. */
export const STATES = table(`
available avaliable|可用|is available
exist exists existed|存在|exists
enabled enable|启用|is enabled|已启用
disabled|禁用|is disabled|已禁用
opened activated|开通|is activated|已开通
supported|受支持|is supported|支持
valid|有效|is valid
invalid|无效|is invalid
legal|合法|is legal
ready|就绪|is ready
healthy|健康|is healthy
unhealthy|异常|is unhealthy
online|在线|is online
offline|离线|is offline
authorized granted|授权|is authorized|已授权
allowed permitted|允许|is allowed
used|使用|is used|已使用
bound|绑定|is bound|已绑定
connected|连通|is connected|已连通
expired|过期|has expired|已过期
locked|锁定|is locked|已锁定
completed finished|完成|is completed|已完成
succeeded success|成功|succeeded|成功
failed fail|失败|failed|失败
running|运行|is running|运行中
stopped|停止|is stopped|已停止
changed|变化|changed|已变更
deployable|可部署|can be deployed
deletable|可删除|can be deleted
releasable|可释放|can be released
creatable|可创建|can be created
readable|可读|can be read
upgradable upgradeable|可升级|can be upgraded
restorable recoverable|可恢复|can be restored
transferable|可转移|can be transferred
reachable|可达|can be reached`);

/** States of what was reported: "Reports that a task failed." */
export const OUTCOMES = /^(?:succeeded|success|failed|fail|completed|finished)$/;
