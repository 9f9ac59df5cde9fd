/** The environment, validated once: every fault is named before anything starts. */
import * as z from 'zod'
import type { BackupPlan } from './operation/host.ts'

export interface FeishuConfig {
  readonly appId: string
  readonly appSecret: string
  /** May be empty with the long connection, as the token below. */
  readonly encryptKey: string
  readonly verificationToken: string
  /** Base URL of the platform, without a slash at the end. */
  readonly domain: string
  /** Deliveries of any other tenant are refused. */
  readonly tenantKey?: string
}

/** How events and taps come in: Feishu calls us, or we open a connection to Feishu (no public address needed). */
type Transport = 'webhook' | 'long-connection'

export interface Config {
  /** Undefined: the sandbox is started in place of the real platform. */
  readonly feishu: FeishuConfig | undefined
  readonly transport: Transport
  /** Path of the SQLite file. */
  readonly databasePath: string
  readonly dataDir: string
  readonly host: string
  readonly port: number
  /** Platform ids of the first members of the office. */
  readonly officeOpenIds: readonly string[]
  /** Who scrapes `/metrics` must carry it; without one there is no such route. */
  readonly metricsToken: string | undefined
  readonly backups: BackupPlan
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

const listOf = (text: string): string[] => text.split(/[,，;；\s]+/).filter((one) => one !== '')

const filled = z.string().trim().min(1).optional()

const wholeNumber = (name: string, what: string, min: number, max: number) => {
  const error = `${name}（${what}）应是 ${min} 到 ${max} 之间的整数`
  return z.coerce.number({ error }).int(error).min(min, error).max(max, error)
}

const Environment = z.object({
  NODE_ENV: z.string().optional(),
  FEISHU_APP_ID: filled.refine(
    (id) => id === undefined || /^cli_[0-9a-zA-Z]+$/.test(id),
    'FEISHU_APP_ID 应形如 cli_a1b2c3…，请从飞书开放平台的「凭证与基础信息」复制',
  ),
  FEISHU_APP_SECRET: filled,
  FEISHU_ENCRYPT_KEY: filled,
  FEISHU_VERIFICATION_TOKEN: filled,
  FEISHU_TENANT_KEY: filled,
  FEISHU_TRANSPORT: z
    .enum(['webhook', 'long-connection'], {
      error: 'FEISHU_TRANSPORT 应是 webhook（回调地址）或 long-connection（长连接，无需公网地址）',
    })
    .default('webhook'),
  FEISHU_DOMAIN: z
    .url({ protocol: /^https?$/, error: 'FEISHU_DOMAIN 应是 http(s) 地址，例如 https://open.feishu.cn' })
    .default('https://open.feishu.cn'),
  DATABASE_URL: filled.refine(
    (url) => url === undefined || !/^[a-z]{2,}:\/\//.test(url),
    'DATABASE_URL 目前只支持 SQLite 文件路径（可写成 file:路径）',
  ),
  DATA_DIR: z.string().trim().min(1).default('data'),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'PORT 应是 0 到 65535 之间的整数' })
    .int('PORT 应是整数')
    .min(0, 'PORT 不能小于 0')
    .max(65535, 'PORT 不能大于 65535')
    .default(3000),
  OFFICE_OPEN_IDS: z
    .string()
    .default('')
    .transform(listOf)
    .refine(
      (ids) => ids.every((id) => /^ou_[\w.-]{1,64}$/.test(id)),
      'OFFICE_OPEN_IDS 应是以 ou_ 开头的 open_id，多个用逗号分隔',
    ),
  METRICS_TOKEN: filled.refine(
    (token) => token === undefined || /^[\x21-\x7e]{16,}$/.test(token),
    'METRICS_TOKEN 应是至少 16 个字符的随机串，不含空格和汉字',
  ),
  BACKUP_DIR: filled,
  BACKUP_AT: wholeNumber('BACKUP_AT', '每天几点以后备份', 0, 23).default(3),
  BACKUP_KEEP: wholeNumber('BACKUP_KEEP', '保留最近多少天的备份', 1, 366).default(14),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'LOG_LEVEL 应是 trace、debug、info、warn、error、silent 之一',
    })
    .default('info'),
})

type Environment = z.infer<typeof Environment>

const SECRETS = { FEISHU_APP_SECRET: '应用密钥（App Secret）' }
const WEBHOOK_SECRETS = {
  FEISHU_ENCRYPT_KEY: '加密密钥（Encrypt Key）；没有它就无法辨别伪造的请求',
  FEISHU_VERIFICATION_TOKEN: '校验令牌（Verification Token）',
}
/** The platform's own client does nothing, without an error, for any other app id (protocol 5). */
const LONG_CONNECTION_APP_ID = /^cli_[0-9a-fA-F]{16}$/

/** Reads the environment; empty strings count as absent. @throws ConfigError with a sentence for every fault */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
  const parsed = Environment.safeParse(present)
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) =>
        issue.message.includes(String(issue.path[0]))
          ? issue.message
          : `${String(issue.path[0])}：${issue.message}`,
      )
  faults.push(...credentialFaults(present))
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults)
  return configOf(parsed.data)
}

function credentialFaults(env: Readonly<Record<string, string | undefined>>): string[] {
  if (!env.FEISHU_APP_ID) {
    return env.NODE_ENV === 'production'
      ? ['生产环境（NODE_ENV=production）必须设置 FEISHU_APP_ID；不设置时只会启动本机沙盒']
      : []
  }
  const long = env.FEISHU_TRANSPORT === 'long-connection'
  const missing = Object.entries(long ? SECRETS : { ...SECRETS, ...WEBHOOK_SECRETS })
    .filter(([name]) => !env[name])
    .map(([name, what]) => `缺少 ${name}：${what}，请从飞书开放平台复制`)
  return long && !LONG_CONNECTION_APP_ID.test(env.FEISHU_APP_ID.trim())
    ? ['使用长连接时，FEISHU_APP_ID 应是 cli_ 加 16 位十六进制字符，请核对后重新复制', ...missing]
    : missing
}

function configOf(env: Environment): Config {
  return {
    feishu: env.FEISHU_APP_ID
      ? {
          appId: env.FEISHU_APP_ID,
          appSecret: env.FEISHU_APP_SECRET ?? '',
          encryptKey: env.FEISHU_ENCRYPT_KEY ?? '',
          verificationToken: env.FEISHU_VERIFICATION_TOKEN ?? '',
          domain: env.FEISHU_DOMAIN.replace(/\/+$/, ''),
          ...(env.FEISHU_TENANT_KEY && { tenantKey: env.FEISHU_TENANT_KEY }),
        }
      : undefined,
    transport: env.FEISHU_TRANSPORT,
    databasePath: env.DATABASE_URL?.replace(/^file:/, '') ?? `${env.DATA_DIR}/mubiao.sqlite`,
    dataDir: env.DATA_DIR,
    host: env.HOST,
    port: env.PORT,
    officeOpenIds: env.OFFICE_OPEN_IDS,
    metricsToken: env.METRICS_TOKEN,
    backups: {
      folder: env.BACKUP_DIR ?? `${env.DATA_DIR}/backups`,
      atHour: env.BACKUP_AT,
      keepDays: env.BACKUP_KEEP,
    },
    logLevel: env.LOG_LEVEL,
  }
}
