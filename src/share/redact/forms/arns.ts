import { type Sink } from '../kinds';
import { isVendorName } from '../vendor';
import { matches } from './matches';

const ARN = /acs:([\w.*-]{0,64}):([\w*-]{0,64}):([\w*@.-]{0,128}):([^\s"'<>,;\\]+)/g;
/** Only wildcards. */
const ANY = /^[*?]*$/;
const WILDCARDS = /^[*?]+|[*?]+$/g;

/** Words that say what the name behind them is of, in the singular and without hyphens; any other word that stands first is a name itself. */
const TYPES: ReadonlySet<string> = new Set(
  (
    'account acl acr alarm alb alert alertconfig alias api apigroup app application appgroup assignment assumedrole autosnapshotpolicy backup backupplan bandwidthpackage bgp ' +
    'bucket bucketgroup cacertificate ceninstance cert certificate channel chart cluster command commonbandwidthpackage config configmap configrule configuration connection consumer ' +
    'consumergroup container containergroup customdomain customergateway dashboard database dataset datasource dbaudit dbcluster dbinstance dedicatedhost deploymentset deployment ' +
    'disk diskreplicapair document domain drdsinstance eip eni endpoint enterprise entitlement environment eventbus event eventsource eventstreaming execution expressconnect external etlmeta ' +
    'faceset file filesystem flow flowlog folder forward forwardtable function gateway group ha havip hostgroup hpccluster image index ingest inner instance ipaddress ipsecserver ipv6address ' +
    'ipv6gateway job key keypair launchtemplate layer library listener load loadbalancer log loggroup logstore logtailconfig machinegroup meta metric metricstore mfa mount mounttarget ' +
    'namespace natgateway network networkacl networkinterface node nodepool notification oidcprovider ondemand parameter patchbaseline physicalconnection pipeline plan policy prefixlist ' +
    'privatelink product project prometheus provision provisionconfig publicipaddresspool queue quota recorder region registry repo repository reservedinstance resource resourcegroup restapi role ' +
    'rolesession route routeentry router routerinterface routetable rule samlprovider savedsearch scalinggroup scheduledsql secret securitygroup server servercertificate servergroup ' +
    'service serviceinstance session snapshot snapshotgroup snattable sslvpnclientcert sslvpnserver stack stackgroup stateconfiguration storage stream sts subscription subuser system table tablegroup ' +
    'tag task template tenant test topic trafficmirrorfilter trafficmirrorsession trail transitrouter trigger tunnel user userpool vbr vco version virtualborderrouter vmfa vod volume vpc vpcendpoint ' +
    'vpcendpointservice vpn vpnattachment vpnconnection vpngateway vserver vswitch website workbench workflow workgroup workspace zone'
  ).split(' '),
);

/** `acs:ram::1234567890123456:role/deploy`, `acs:oss:*:1234567890123456:bucket/*`: an account, and names of persons or things. */
export function findArns(text: string, sink: Sink): void {
  if (!text.includes('acs:')) return;
  for (const [, service = '', , account = '', resource = ''] of matches(text, ARN)) {
    if (!ANY.test(account) && !isVendorName(account)) sink('accounts', account);
    const isPerson = service === 'ram' || service === 'sts';
    const parts = resource.split(/[/:]/);
    parts.forEach((part, index) => {
      const name = part.replace(WILDCARDS, '');
      if (name.length < 2 || name === 'system') return;
      // Types and names take turns; a bucket stands first.
      const mayBeType = index % 2 === 0 && !(service === 'oss' && index === 0);
      if (!mayBeType || !isType(name)) sink(isPerson ? 'users' : 'resources', name);
    });
  }
}

function isType(word: string): boolean {
  const plain = word.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  return TYPES.has(plain) || TYPES.has(plain.replace(/s$/, '')) || TYPES.has(plain.replace(/ies$/, 'y'));
}
