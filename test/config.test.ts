import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'

const FEISHU = {
  FEISHU_APP_ID: 'cli_0123456789abcdef',
  FEISHU_APP_SECRET: 'secret',
  FEISHU_ENCRYPT_KEY: 'key',
  FEISHU_VERIFICATION_TOKEN: 'token',
}

/** What is wrong with the environment, a sentence each; nothing where it is good. */
function faultsOf(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

describe('an empty environment', () => {
  it('starts the sandbox, on this machine only, with its data under data/', () => {
    expect(readConfig({})).toMatchObject({
      feishu: undefined,
      databasePath: 'data/mubiao.sqlite',
      dataDir: 'data',
      host: '127.0.0.1',
      port: 3000,
      officeOpenIds: [],
      logLevel: 'info',
    })
  })

  it('is refused in production, with what is missing', () => {
    expect(faultsOf({ NODE_ENV: 'production' })).toEqual([expect.stringContaining('FEISHU_APP_ID')])
  })

  it('is one in which every variable is blank', () => {
    expect(readConfig({ FEISHU_APP_ID: ' ', PORT: '', LOG_LEVEL: '', FEISHU_DOMAIN: '' })).toEqual(
      readConfig({}),
    )
  })
})

describe('an app id', () => {
  it('with its three secrets connects to Feishu', () => {
    expect(readConfig(FEISHU).feishu).toMatchObject({
      appId: 'cli_0123456789abcdef',
      appSecret: 'secret',
      encryptKey: 'key',
      verificationToken: 'token',
      domain: 'https://open.feishu.cn',
    })
    expect(readConfig({ ...FEISHU, NODE_ENV: 'production' }).feishu).toBeDefined()
  })

  it.each(['FEISHU_APP_SECRET', 'FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'])(
    'without %s is refused',
    (name) => {
      expect(faultsOf({ ...FEISHU, [name]: undefined })).toEqual([expect.stringContaining(name)])
      expect(faultsOf({ ...FEISHU, [name]: '  ' })).toEqual([expect.stringContaining(name)])
    },
  )

  it('that is none of Feishu is refused', () => {
    expect(faultsOf({ ...FEISHU, FEISHU_APP_ID: 'my app' })).toEqual([
      expect.stringContaining('FEISHU_APP_ID'),
    ])
  })
})

describe('a wrong environment', () => {
  it('is told every fault at once, each by its name and in Chinese', () => {
    const faults = faultsOf({
      FEISHU_APP_ID: 'app',
      FEISHU_DOMAIN: 'open.feishu.cn',
      DATABASE_URL: 'postgres://localhost/mubiao',
      PORT: '70000',
      LOG_LEVEL: 'loud',
    })
    const named = [
      'FEISHU_APP_ID',
      'FEISHU_APP_SECRET',
      'FEISHU_ENCRYPT_KEY',
      'FEISHU_VERIFICATION_TOKEN',
      'FEISHU_DOMAIN',
      'DATABASE_URL',
      'PORT',
      'LOG_LEVEL',
    ]
    for (const name of named)
      expect(
        faults.filter((fault) => fault.includes(name)),
        name,
      ).toHaveLength(1)
    expect(faults).toHaveLength(named.length)
    for (const fault of faults) expect(fault).toMatch(/[\u4e00-\u9fff]/)
  })

  it.each(['-1', '65536', '3000.5', 'http', '3e9'])('PORT=%s is refused', (PORT) => {
    expect(faultsOf({ PORT })).toEqual([expect.stringContaining('PORT')])
  })

  it.each(['ftp://feishu.cn', 'feishu', '//feishu.cn'])('FEISHU_DOMAIN=%s is refused', (FEISHU_DOMAIN) => {
    expect(faultsOf({ FEISHU_DOMAIN })).toEqual([expect.stringContaining('FEISHU_DOMAIN')])
  })

  it.each([
    ['BACKUP_AT', '24'],
    ['BACKUP_AT', '-1'],
    ['BACKUP_AT', '3:00'],
    ['BACKUP_KEEP', '0'],
    ['BACKUP_KEEP', '1.5'],
    ['METRICS_TOKEN', 'short'],
    ['METRICS_TOKEN', 'with blanks inside it'],
  ])('%s=%s is refused', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringContaining(name)])
  })

  it('never shows a secret in its faults', () => {
    const faults = faultsOf({
      ...FEISHU,
      FEISHU_APP_SECRET: 'very-secret',
      FEISHU_APP_ID: 'wrong',
      PORT: 'x',
    })
    expect(faults.join()).not.toContain('very-secret')
  })
})

describe('a good environment', () => {
  it('takes any base URL, port included, without the slash at its end', () => {
    expect(readConfig({ ...FEISHU, FEISHU_DOMAIN: 'http://127.0.0.1:3001/' }).feishu?.domain).toBe(
      'http://127.0.0.1:3001',
    )
  })

  it('keeps the database where DATABASE_URL or DATA_DIR says', () => {
    expect(readConfig({ DATABASE_URL: 'file:/srv/a.sqlite' }).databasePath).toBe('/srv/a.sqlite')
    expect(readConfig({ DATABASE_URL: 'b.sqlite' }).databasePath).toBe('b.sqlite')
    expect(readConfig({ DATA_DIR: '/srv' }).databasePath).toBe('/srv/mubiao.sqlite')
  })

  it('reads the first office members, however they are separated', () => {
    expect(readConfig({ OFFICE_OPEN_IDS: 'ou_1, ou_2；ou_3，ou_4 ou_5' }).officeOpenIds).toEqual([
      'ou_1',
      'ou_2',
      'ou_3',
      'ou_4',
      'ou_5',
    ])
  })

  it('backs up every night at three beside the data, and keeps fourteen days, unless told otherwise', () => {
    expect(readConfig({}).backups).toEqual({ folder: 'data/backups', atHour: 3, keepDays: 14 })
    expect(readConfig({ DATA_DIR: '/srv' }).backups.folder).toBe('/srv/backups')
    expect(readConfig({ BACKUP_DIR: '/mnt/b', BACKUP_AT: '0', BACKUP_KEEP: '366' }).backups).toEqual({
      folder: '/mnt/b',
      atHour: 0,
      keepDays: 366,
    })
  })

  it('shows metrics to whoever carries the token, and without one to nobody', () => {
    expect(readConfig({}).metricsToken).toBeUndefined()
    expect(readConfig({ METRICS_TOKEN: 'sixteen-letters!' }).metricsToken).toBe('sixteen-letters!')
  })

  it('may ask for any free port', () => {
    expect(readConfig({ PORT: '0' }).port).toBe(0)
  })
})
