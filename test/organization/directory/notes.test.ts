/** What the platform tells changes nothing: it is noted once, and the office hears of it once. */
import { afterEach, describe, expect, it } from 'vitest'
import type { DirectoryNews } from '../../../src/chat/port.ts'
import { TOLD_AT_ONCE } from '../../../src/organization/directory/commands/note.ts'
import { type Service, startService } from '../../world/service.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const services: Service[] = []
afterEach(async () => {
  for (const service of services.splice(0)) await service.stop()
})

async function running(): Promise<Service> {
  const service = await startService()
  services.push(service)
  return service
}

let number = 0
function tells(service: Service, what: DirectoryNews['what'], openId: string, cause?: string) {
  number += 1
  const causes = [cause ?? `feishu:event:${number}`] as const
  return service.app.answer({ kind: 'directory', platform: 'feishu', causes, what, openId, name: '某人' })
}

const notes = (service: Service) =>
  service.db.raw(
    'SELECT open_id, what, times, told_at IS NOT NULL AS told FROM directory_note ORDER BY what, open_id',
  )
const noticesOf = (service: Service, words: string) =>
  service.campus.chat.messages('ou_OF1').filter((one) => one.from === 'bot' && one.content.includes(words))

describe('news of the directory', () => {
  it('are one notice for each of the office, though a thousand people moved', {
    timeout: 60_000,
  }, async () => {
    const service = await running()
    for (let at = 0; at < 900; at++) await tells(service, 'joined', `ou_new${at}`)
    for (let at = 0; at < 100; at++) await tells(service, 'moved', at % 2 ? 'ou_C-JX01' : 'ou_H-JX01')
    await service.settled()
    expect(noticesOf(service, '飞书告知')).toHaveLength(0)
    await service.passes(3 * HOUR_MS)
    expect(noticesOf(service, '飞书告知')).toHaveLength(1)
    expect(noticesOf(service, '902 处')).toHaveLength(1)
    const journal = service.db.raw(
      "SELECT count(*) AS moved FROM journal WHERE subject LIKE 'person:%' AND cause LIKE 'feishu:%'",
    )
    expect(journal).toEqual([{ moved: 0 }])
  })

  it('are noted once a person and matter, and once a delivery; a stranger’s change is nobody’s concern', async () => {
    const service = await running()
    for (const cause of ['feishu:event:a', 'feishu:event:a', 'feishu:event:b'])
      await tells(service, 'changed', 'ou_C-JX01', cause)
    await tells(service, 'changed', 'ou_stranger')
    await tells(service, 'left', 'ou_stranger')
    await tells(service, 'range', '')
    await tells(service, 'range', '')
    expect(notes(service)).toEqual([
      { open_id: 'ou_C-JX01', what: 'changed', times: 2, told: 0 },
      { open_id: '', what: 'range', times: 2, told: 0 },
    ])
  })

  it('of somebody with duties who left come at once, once, and of no more than ten a day', async () => {
    const service = await running()
    const holders = ['CH', 'LM1', 'LD1', 'LD2', 'WG1', 'WG2', 'WG3', 'AG1', 'AG2', 'AG3', 'H-JX01', 'C-JX01']
    for (const id of holders) {
      await tells(service, 'left', `ou_${id}`)
      await tells(service, 'left', `ou_${id}`)
    }
    await tells(service, 'left', 'ou_T-JX01')
    await service.settled()
    expect(noticesOf(service, '任职人员已离开飞书')).toHaveLength(TOLD_AT_ONCE)
    await service.passes(20 * MINUTE_MS)
    expect(noticesOf(service, '飞书告知')).toHaveLength(1)
  })

  it('of who comes back take the leaving away', async () => {
    const service = await running()
    await tells(service, 'left', 'ou_T-JX01')
    await tells(service, 'joined', 'ou_T-JX01')
    expect(notes(service)).toMatchObject([{ what: 'joined' }])
  })

  it('wait for the morning of a working day', { timeout: 60_000 }, async () => {
    const service = await running()
    // From Monday morning to Saturday morning.
    await service.passes(5 * 24 * HOUR_MS)
    await tells(service, 'joined', 'ou_new')
    await service.passes(40 * HOUR_MS)
    expect(noticesOf(service, '飞书告知')).toHaveLength(0)
    await service.passes(8 * HOUR_MS)
    expect(noticesOf(service, '飞书告知')).toHaveLength(1)
  })

  it('cannot be made up on a card, neither by the office', async () => {
    const service = await running()
    await service.campus.chat.say('ou_OF1', '通讯录')
    await service.settled()
    const card = service.campus.chat.messages('ou_OF1').findLast((one) => one.type === 'interactive')
    for (const value of [
      { do: 'directory.note', with: { what: 'left', openId: 'ou_CH', name: '' } },
      { do: 'directory.tell', with: {} },
      { do: 'directory.take', with: { number: 0, sha256: 'a'.repeat(64), size: 1 } },
    ]) {
      const answer = await service.campus.chat.tap('ou_OF1', card?.messageId ?? '', { tag: 'button', value })
      expect(answer).toMatchObject({ ok: true, toast: { type: 'warning' } })
    }
    expect(notes(service)).toEqual([])
  })
})
