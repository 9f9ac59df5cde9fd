import { describe, expect, it } from 'vitest'
import { assignAccounts } from '../../src/organization/roster/accounts.ts'
import { keepRows, loadRows } from '../../src/organization/roster/kept-rows.ts'
import type { RosterPerson } from '../../src/organization/roster/roster.ts'
import { memoryBlobs } from './world.ts'

const person = (id: string, contact: Partial<RosterPerson> = {}): RosterPerson => ({
  id,
  name: id,
  unit: null,
  title: '',
  openId: null,
  mobile: null,
  email: null,
  ...contact,
})

describe('accounts', () => {
  it('are given once: what the roster says goes before what is found, and that before what was known', () => {
    const people = [
      person('known'),
      person('found', { email: 'f@x.cn' }),
      person('said', { openId: 'ou_1', mobile: '13800000000' }),
      person('double', { mobile: '13800000001' }),
    ]
    const found = { 'f@x.cn': 'ou_2', '13800000001': 'ou_1' }
    const { byPerson, unreached, doubled } = assignAccounts(people, found, new Map([['known', 'ou_2']]))
    expect([...byPerson]).toEqual([
      ['said', 'ou_1'],
      ['found', 'ou_2'],
    ])
    expect(unreached.map((one) => one.id)).toEqual(['known'])
    expect(doubled.map((one) => one.id)).toEqual(['double'])
  })

  it('are asked of the directory at most 50 at a time, of people without open_id only', async () => {
    const asked: number[] = []
    const blobs = memoryBlobs()
    const lookUp = async ({ mobiles, emails }: { mobiles: readonly string[]; emails: readonly string[] }) => {
      asked.push(mobiles.length, emails.length)
      return mobiles.map((by) => ({ by, openId: `ou_${by}` }))
    }
    const people = Array.from({ length: 120 }, (_, i) =>
      person(`P${i}`, { mobile: String(13_800_000_000 + i) }),
    )
    const rows = await keepRows({ blobs, lookUp }, {}, [
      ...people,
      person('said', { openId: 'ou_1', email: 'a@b.c' }),
    ])
    expect(asked).toEqual([50, 0, 50, 0, 20, 0])
    const kept = await loadRows(blobs, rows)
    expect(Object.keys(kept.found)).toHaveLength(120)
    expect(kept.asked).toBe(true)
  })
})
