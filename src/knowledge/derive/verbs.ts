import type { EventKind } from '../entry';

/** What a verb of event names does. */
export interface Verb {
  /** Stands before its object, or around it where it holds `{}`. */
  readonly zh: string;
  /** Third person: "Creates". */
  readonly en: string;
  readonly kind: EventKind;
}

const table = (kind: EventKind, lines: string): [string, Verb][] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [names = '', zh = '', en = ''] = line.split('|').map((cell) => cell.trim());
      const verb: Verb = { zh, en, kind };
      return names.split(' ').map((name): [string, Verb] => [name, verb]);
    })
    .flat();

const READ = `
describe get query fetch read view show retrieve obtain|查询|Queries
list|查询|Lists
search find lookup|检索|Searches for
check|检查|Checks
count|统计|Counts
preview|预览|Previews
head|查询|Queries
validate verify|校验|Verifies
test|测试|Tests
estimate|估算|Estimates
calculate compute|计算|Calculates
inquire inquiry|查询{}的价格|Queries the price of
compare diff|比较|Compares
download|下载|Downloads
diagnose|诊断|Diagnoses
predict forecast|预测|Predicts
decode|解码|Decodes
parse|解析|Parses
recognize|识别|Recognizes
detect|检测|Detects
poll|轮询|Polls
scan|扫描|Scans
resolve|解析|Resolves
peek|查看|Peeks at
explain|解释|Explains
select|选取|Selects
is has can|判断|Checks
assess|评估|Assesses
extract|提取|Extracts
try|尝试|Tries
consume|消费|Consumes
recommend|推荐|Recommends
authenticate|验证|Authenticates
probe|探测|Probes
inspect|巡检|Inspects
monitor|监控|Monitors
sum|汇总|Sums up
precheck|预检查|Prechecks
discribe descibe desribe descirbe|查询|Queries`;

const WRITE = `
create|创建|Creates
new|新建|Creates
add append insert|添加|Adds
put set|设置|Sets
save store|保存|Saves
config configure|配置|Configures
modify edit|修改|Modifies
change|变更|Changes
update|更新|Updates
upgrade|升级|Upgrades
downgrade|降级|Downgrades
run execute exec|执行|Runs
invoke call|调用|Invokes
allocate|分配|Allocates
assign|分配|Assigns
apply|申请|Applies for
start|启动|Starts
launch|启动|Launches
stop|停止|Stops
suspend|暂停|Suspends
pause|暂停|Pauses
resume|恢复|Resumes
restart|重启|Restarts
reboot|重启|Reboots
reset|重置|Resets
reinit reinitialize|重新初始化|Reinitializes
init initialize|初始化|Initializes
enable|启用|Enables
disable|禁用|Disables
open|开启|Opens
close|关闭|Closes
active activate|激活|Activates
deactive deactivate|停用|Deactivates
attach|附加|Attaches
mount|挂载|Mounts
associate|关联|Associates
bind|绑定|Binds
connect|连接|Connects
join|加入|Joins
link|关联|Links
authorize|授权|Authorizes
grant|授予|Grants
accept|接受|Accepts
approve|批准|Approves
confirm|确认|Confirms
reject|拒绝|Rejects
deny|拒绝|Denies
invite|邀请|Invites
register|注册|Registers
import|导入|Imports
export|导出|Exports
upload|上传|Uploads
copy|复制|Copies
clone|克隆|Clones
move|移动|Moves
migrate|迁移|Migrates
transfer|转移|Transfers
transform|转换|Transforms
refine|精修|Refines
scaleout|扩容|Scales out
scalein|缩容|Scales in
convert|转换|Converts
switch|切换|Switches
failover|故障切换|Fails over
replace|替换|Replaces
restore|恢复|Restores
recover|恢复|Recovers
recycle|回收|Recycles
rollback revert|回滚|Rolls back
retry|重试|Retries
redo|重做|Redoes
rebuild|重建|Rebuilds
redeploy|重新部署|Redeploys
deploy|部署|Deploys
install|安装|Installs
publish|发布|Publishes
submit|提交|Submits
commit|提交|Commits
send|发送|Sends
push|推送|Pushes
pull|拉取|Pulls
sync synchronize|同步|Synchronizes
refresh|刷新|Refreshes
reload|重新加载|Reloads
rename|重命名|Renames
resize|调整|Resizes
scale|伸缩|Scales
expand extend|扩展|Extends
shrink|缩减|Shrinks
split|拆分|Splits
merge|合并|Merges
rotate|轮转|Rotates
lock|锁定|Locks
unlock|解锁|Unlocks
protect|保护|Protects
encrypt|加密|Encrypts
decrypt|解密|Decrypts
sign|签名|Signs
generate gen|生成|Generates
build|构建|Builds
process handle|处理|Processes
operate|操作|Operates on
manage|管理|Manages
trigger|触发|Triggers
schedule|计划|Schedules
subscribe|订阅|Subscribes to
unsubscribe|取消订阅|Unsubscribes from
ignore|忽略|Ignores
mark|标记|Marks
tag|为{}添加标签|Tags
complete finish|完成|Completes
cancel|取消|Cancels
abort|中止|Aborts
skip|跳过|Skips
kill|终止|Kills
end|结束|Ends
leave|退出|Leaves
share|共享|Shares
unshare|取消{}的共享|Stops sharing
evaluate|评估|Evaluates
assume|扮演|Assumes
use|使用|Uses
report|上报|Reports
record|记录|Records
write|写入|Writes
post|提交|Posts
take|获取|Takes
exchange|交换|Exchanges
freeze|冻结|Freezes
unfreeze|解冻|Unfreezes
warmup preload|预热|Preloads
archive|归档|Archives
analyze|分析|Analyzes
optimize|优化|Optimizes
provision|部署|Provisions
ensure|确保|Ensures
notify|通知|Notifies
turn|切换|Turns
draw|抽取|Draws
customize|自定义|Customizes
maintain|维护|Maintains
debug|调试|Debugs
rerun|重新运行|Reruns
promote|提升|Promotes
encode|编码|Encodes
segment|分割|Segments
classify|分类|Classifies
ban block|封禁|Blocks
unban unblock|解除封禁|Unblocks
rescale|伸缩|Rescales
reupgrade|重新升级|Upgrades
answer|回答|Answers
chat|对话|Chats with
delay postpone|推迟|Postpones
forward|转发|Forwards
request|请求|Requests
moderate|审核|Moderates
createorupdate|创建或更新|Creates or updates
upsert|创建或更新|Creates or updates
regenerate|重新生成|Regenerates
refuse decline|拒绝|Declines
interrupt|中断|Interrupts
reinstall|重新安装|Reinstalls
unload|卸载|Unloads
load|加载|Loads
decrease reduce|减少|Reduces
increase|增加|Increases
enhance|增强|Enhances
colorize recolor|上色|Colorizes
retouch|修饰|Retouches
blur|模糊|Blurs
make|制作|Makes
forbid prohibit|禁止|Forbids
mute|禁言|Mutes
redistribute|重新分布|Redistributes
rebalance|重新平衡|Rebalances
reactivate|重新激活|Reactivates
inactivate|停用|Deactivates
reopen|重新开启|Reopens
designate|指定|Designates
isolate|隔离|Isolates
toggle|切换|Toggles
establish|建立|Establishes
shield|屏蔽|Blocks
preserve|保留|Preserves
enter|进入|Enters
exit|退出|Exits
discover|发现|Discovers
relate|关联|Associates
embed|嵌入|Embeds
translate|翻译|Translates
mask desensitize|脱敏|Masks
pick|选取|Picks
dial|拨打|Dials
abolish|下线|Takes offline
continue|继续|Continues
dispose|处置|Handles
distribute dist|分发|Distributes
dispatch|分派|Dispatches
produce|生成|Produces
fix repair|修复|Repairs
adjust alter|调整|Adjusts
restrict limit|限制|Restricts
ask|提问|Asks
prepare|准备|Prepares
receive|接收|Receives
claim|认领|Claims
simulate|模拟|Simulates
rollover|滚动更新|Rolls over
reindex|重建索引|Reindexes
reprotect|反向复制|Reprotects
resend|重新发送|Resends
rewrite|重写|Rewrites
transcode|转码|Transcodes
compress|压缩|Compresses
imitate|模仿|Imitates
collect|采集|Collects
review|评审|Reviews
pass|通过|Passes
deliver|投递|Delivers
rebind|重新绑定|Rebinds
rehearse|演练|Rehearses
tear teardown|拆除|Tears down
resubmit|重新提交|Resubmits
reimage|重装|Reinstalls
recalculate|重新计算|Recalculates
reverse|反转|Reverses
shift|切换|Shifts
force|强制|Forces
setup|设置|Sets up
accelerate|加速|Accelerates
broadcast|广播|Broadcasts
pub|发布|Publishes
remind|提醒|Reminds
charge|充值|Charges
hold|保持|Holds
supplement|补充|Supplements
train|训练|Trains
develop|开发|Develops
annotate|标注|Annotates
feedback|反馈|Submits feedback on
grade|升级|Upgrades
unignore|取消忽略|Stops ignoring
sort|排序|Sorts
reclaim|回收|Reclaims
withhold|保留|Withholds
reserve|预留|Reserves
settle|结算|Settles
redeem|兑换|Redeems
escape|转义|Escapes
cut cutover|切换|Cuts over
roll|滚动|Rolls
drain|排空|Drains
cordon|设为不可调度|Cordons
evict|驱逐|Evicts
rollout|发布|Rolls out
tune|调优|Tunes
warm|预热|Warms up
prefetch|预取|Prefetches
duplicate|复制|Duplicates
fork|派生|Forks
star|标星|Stars
unstar|取消标星|Unstars
follow|关注|Follows
like|点赞|Likes`;

const DELETE = `
delete del drop|删除|Deletes
remove|移除|Removes
release|释放|Releases
revoke|撤销|Revokes
withdraw|撤回|Withdraws
detach|解除|Detaches
unmount umount|卸载|Unmounts
unbind|解绑|Unbinds
untag|移除{}的标签|Removes tags from
unassociate disassociate dissociate|取消关联|Disassociates
unassign|取消分配|Unassigns
disconnect|断开|Disconnects
unregister deregister|注销|Deregisters
unauthorize deauthorize|取消{}的授权|Revokes the authorization of
uninstall|卸载|Uninstalls
undeploy deprovision|取消{}的部署|Removes the deployment of
destroy|销毁|Destroys
purge|清除|Purges
clear empty|清空|Clears
clean cleanup|清理|Cleans up
terminate|终止|Terminates
erase|擦除|Erases
truncate|截断|Truncates
expire|使{}过期|Expires
kick|踢出|Kicks out
flush|清空|Flushes`;

const ORDER = `
renew|续费|Renews
purchase buy|购买|Purchases
refund|退订|Refunds
pay|支付|Pays
autorenew|自动续费|Renews
order|订购|Orders`;

const LOGON = `
login signin logon|登录|Logs on to
logout signout logoff|退出登录|Logs off from`;

/** Verbs that are written "kind|Chinese|English" by their names. */
export function verbTable(table: Readonly<Record<string, string>>): [string, Verb][] {
  return Object.entries(table).map(([name, value]) => {
    const [kind = '', zh = '', en = ''] = value.split('|');
    return [name, { zh, en, kind: kind as EventKind }];
  });
}

/** The verbs of event names by their lower-case spelling. */
export const VERBS: ReadonlyMap<string, Verb> = new Map([
  ...table('read', READ),
  ...table('write', WRITE),
  ...table('delete', DELETE),
  ...table('order', ORDER),
  ...table('logon', LOGON),
]);
