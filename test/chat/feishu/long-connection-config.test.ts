import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../src/config.ts'

describe('the environment', () => {
  const own = { FEISHU_APP_ID: 'cli_0123456789abcdef', FEISHU_APP_SECRET: 's' }

  it('needs only id and secret of the app with the long connection', () => {
    const config = readConfig({ ...own, FEISHU_TRANSPORT: 'long-connection' })
    expect(config.transport).toBe('long-connection')
    expect(() => readConfig(own)).toThrow('FEISHU_ENCRYPT_KEY')
    expect(readConfig({}).transport).toBe('webhook')
  })

  it('is refused with a sentence for an app id that the SDK would pass over in silence', () => {
    const odd = { ...own, FEISHU_APP_ID: 'cli_short' }
    expect(() => readConfig({ ...odd, FEISHU_TRANSPORT: 'long-connection' })).toThrow('16 位十六进制')
    expect(() => readConfig({ ...own, FEISHU_TRANSPORT: 'pigeon' })).toThrow('FEISHU_TRANSPORT 应是')
  })
})
