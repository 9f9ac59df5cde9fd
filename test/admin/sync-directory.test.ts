/** `npm run admin -- sync`: the directory without the chat, by the same reading, preview and confirmation. */
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../src/admin/run-command.ts'
import { type Directory, PlatformError } from '../../src/chat/port.ts'
import { DEMO_PEOPLE } from '../../src/sandbox/university.ts'
import { demoDatabase, depsOf, metaOf } from '../organization/world.ts'

const directory = (gone: string): Directory => ({
  whole: true,
  departments: [{ id: 'od-1', name: '药学院', parent: null }],
  people: DEMO_PEOPLE.filter((one) => one.employeeNo !== gone).map(({ openId, name, employeeNo, email }) => ({
    ...{
      openId,
      name,
      number: employeeNo,
      email,
      mobile: null,
      title: null,
      departments: [],
      status: 'active' as const,
    },
  })),
})

async function machine(read?: () => Promise<Directory>, answer = '') {
  const deps = depsOf()
  const db = await demoDatabase(deps)
  const printed: string[] = []
  let acts = 0
  const machine = {
    ...{ db, deps },
    print: (text: string) => void printed.push(text),
    ask: async () => answer,
    act: () => metaOf('console', `console:${++acts}`, '2026-03-02'),
    ...(read && { readDirectory: read }),
  }
  const run = (...words: string[]) => runCommand(machine, words)
  const ended = () => db.raw('SELECT id FROM person WHERE ended_on IS NOT NULL')
  return { run, ended, text: () => printed.join('\n') }
}

describe('admin sync', () => {
  it('prints what it found, and ends who left only with a yes', async () => {
    const asked = await machine(async () => directory('T-JX01'))
    expect(await asked.run('sync')).toBe(1)
    expect(asked.text()).toContain('离职结束：1\n  药学院 教师：已不在通讯录')
    expect(asked.text()).toContain('没有同步')
    expect(asked.ended()).toEqual([])
    expect(await asked.run('sync', '--yes')).toBe(0)
    expect(asked.ended()).toEqual([{ id: 'T-JX01' }])
    expect(await asked.run('sync')).toBe(0)
  })

  it('never ends who holds a role', async () => {
    const asked = await machine(async () => directory('C-JX01'))
    expect(await asked.run('sync', '--yes')).toBe(0)
    expect(asked.text()).toContain('离职待交接：1')
    expect(asked.ended()).toEqual([])
  })

  it('says which scope is missing, and what to do without a platform', async () => {
    const scopes = ['contact:contact.base:readonly']
    const refused = await machine(async () => {
      throw new PlatformError({ kind: 'credentials', detail: 'x', scopes })
    })
    expect(await refused.run('sync', '--yes')).toBe(1)
    expect(refused.text()).toContain('contact:contact.base:readonly')
    const alone = await machine()
    expect(await alone.run('sync')).toBe(1)
    expect(alone.text()).toContain('FEISHU_APP_ID')
  })
})
