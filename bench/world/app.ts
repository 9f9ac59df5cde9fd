/** The app whose deliveries are measured: its keys open nothing. */
import type { SandboxApp } from '../../src/sandbox/options.ts'

export const APP: SandboxApp = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'secret-of-the-benchmark',
  encryptKey: 'encrypt-key-of-the-benchmark',
  verificationToken: 'token-of-the-benchmark',
  tenantKey: 'tenant-of-the-benchmark',
  botName: '目标管理助手',
}

/** The environment under which the service is this app; the platform's address is where nobody answers unless given. */
export function environmentOf(app: SandboxApp, domain = 'http://127.0.0.1:9'): Record<string, string> {
  return {
    FEISHU_APP_ID: app.appId,
    FEISHU_APP_SECRET: app.appSecret,
    FEISHU_ENCRYPT_KEY: app.encryptKey,
    FEISHU_VERIFICATION_TOKEN: app.verificationToken,
    FEISHU_DOMAIN: domain,
    LOG_LEVEL: 'warn',
  }
}

export const WEBHOOK = '/feishu/webhook'
