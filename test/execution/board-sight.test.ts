/** Rulebook 7: who sees whose board, by the roles of the day. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { LocalDate } from '../../src/kernel/time.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { seedGoal } from '../world/goals.ts'
import {
  boardWorld,
  buttonTexts,
  look,
  onDay,
  rowsOf,
  seeCard,
  seedFinding,
  seedHelp,
  textOf,
} from './board-world.ts'

const TODAY: LocalDate = '2026-05-10'
const UNITS = ['JX01', 'JX02', 'FY01', 'XZ01', 'XZ02'] as const
const SCOPES = ['school', 'led', 'group:WG', 'group:AG', 'group:IG', ...UNITS.map((unit) => `unit:${unit}`)]

let db: SqliteDatabase
beforeEach(async () => {
  db = await boardWorld()
  for (const unit of UNITS) {
    seedGoal(db, unit, 1, { title: `${unit}的目标` })
    seedHelp(db, `2026-${unit}-1`, '2026-05-01', `${unit}的求助`)
  }
  seedFinding(db, 1, 'JX01', { goal: '2026-JX01-1', dueOn: '2026-04-20', fact: 'JX01的整改' })
  seedFinding(db, 2, 'XZ01', { goal: '2026-XZ01-1', dueOn: '2026-04-20', fact: 'XZ01的整改', body: 'IG' })
})

const ALL = ['school', ...UNITS.map((unit) => `unit:${unit}`)]
const STANDARD = ['unit:JX01', 'unit:JX02', 'unit:FY01']
const GRADED = ['unit:XZ01', 'unit:XZ02']

const SEES: readonly (readonly [person: string, scopes: readonly string[]])[] = [
  ['OF1', ALL],
  ['CH', ALL],
  ['LM1', ALL],
  ['LD1', ['led', ...STANDARD]],
  ['LD2', ['led', ...GRADED]],
  ['WG1', ['group:WG', ...STANDARD]],
  ['WG2', ['group:WG', ...STANDARD]],
  ['IG1', ['group:IG', ...GRADED]],
  ['AG2', ['group:AG', ...GRADED]],
  ['H-JX01', ['unit:JX01']],
  ['C-XZ01', ['unit:XZ01']],
  ['T1', ['unit:JX01']],
  ['GA-ethics', []],
]

describe('Rulebook 7: each sees the board of what concerns them', () => {
  it.each(SEES)('%s sees %j and nothing else', async (person, seen) => {
    const viewer = onDay(person, TODAY)
    for (const scope of SCOPES) {
      const refused = '您现在不能查看这个范围'
      for (const [view, params] of [
        ['board', { scope }],
        ['board-list', { scope, list: 'help' }],
        ['costs', { scope }],
      ] as const) {
        const text = textOf(await seeCard(db, viewer, view, params))
        expect([scope, view, text.includes(refused)]).toEqual([scope, view, !seen.includes(scope)])
      }
      const file = await look(db, viewer, 'board-export', { scope })
      expect([scope, file.kind]).toEqual([scope, seen.includes(scope) ? 'file' : 'card'])
    }
  })

  it.each(SEES)('%s sees goals, help and rectifications of these units alone', async (person, seen) => {
    const viewer = onDay(person, TODAY)
    for (const unit of UNITS) {
      const text = textOf(await seeCard(db, viewer, 'board-goal', { goal: `2026-${unit}-1` }))
      expect([unit, text.includes(`${unit}的求助`)]).toEqual([unit, seen.includes(`unit:${unit}`)])
    }
    const [widest] = seen
    if (widest === undefined) return
    const rows = rowsOf(await seeCard(db, viewer, 'board-list', { scope: widest, list: 'help' }))
    const units = UNITS.filter((unit) => seen.includes(`unit:${unit}`))
    expect(rows.map(({ why }) => why).toSorted()).toEqual(units.map((unit) => `${unit}的求助`).toSorted())
  })

  it('an assessment group sees what others found on its units; what is of a unit, its working group sees', async () => {
    const rectify = async (person: string, scope: string) => {
      const card = await seeCard(db, onDay(person, TODAY), 'board-list', { scope, list: 'rectify' })
      return rowsOf(card).map(({ why }) => why)
    }
    expect(await rectify('OF1', 'school')).toHaveLength(2)
    expect(await rectify('AG1', 'group:AG')).toEqual(['XZ01的整改'])
    expect(await rectify('WG1', 'group:WG')).toEqual(['JX01的整改'])
    expect(await rectify('H-JX02', 'unit:JX02')).toEqual([])
  })

  it('a role that ended gives no board, and a later one not yet', async () => {
    db.exec(`UPDATE role_held SET to_on = '2026-05-09' WHERE person = 'WG2';
      UPDATE role_held SET from_on = '2026-05-11' WHERE person = 'OF1'`)
    expect(textOf(await seeCard(db, onDay('WG2', '2026-05-09'), 'board'))).toContain('第一目标管理工作组')
    expect(textOf(await seeCard(db, onDay('WG2', TODAY), 'board'))).toContain('没有由您负责或查看的单位')
    expect(textOf(await seeCard(db, onDay('OF1', TODAY), 'board'))).toContain('没有由您负责或查看的单位')
    expect(textOf(await seeCard(db, onDay('OF1', '2026-05-11'), 'board'))).toContain('全校')
  })

  it('a unit that takes no part any more has no board', async () => {
    db.exec("UPDATE unit SET active = 0 WHERE id = 'JX01'")
    expect(rowsOf(await seeCard(db, onDay('LD1', TODAY), 'board')).map(({ unit }) => unit)).toEqual([
      '附属医院',
      '护理学院',
    ])
    expect(textOf(await seeCard(db, onDay('OF1', TODAY), 'board', { scope: 'unit:JX01' }))).toContain(
      '不能查看',
    )
  })

  it('a person with several roles chooses, and has a way to the others', async () => {
    db.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('WG1', 'head', 'XZ02', '2026-01-01')`,
    )
    const viewer = onDay('WG1', TODAY)
    const card = await seeCard(db, viewer, 'board')
    expect(buttonTexts(card)).toEqual(['第一目标管理工作组（3 个单位）', '科技处'])
    expect(buttonTexts(await seeCard(db, viewer, 'board', { scope: 'unit:XZ02' }))).toContain('其他看板')
    expect(buttonTexts(await seeCard(db, viewer, 'costs'))).toEqual(buttonTexts(card))
    expect(buttonTexts(await seeCard(db, onDay('H-XZ02', TODAY), 'board'))).not.toContain('其他看板')
  })

  it('a delegate sees as much as was given, in the leader’s name', async () => {
    const inName = { ...onDay('LD2', TODAY), inNameOf: 'LD1' }
    expect(textOf(await seeCard(db, inName, 'board'))).toContain('没有由您负责或查看的单位')
    db.exec(`INSERT INTO delegation (principal, number, delegate, duties, from_on, to_on, given_by, given_at)
      VALUES ('LD1', 1, 'LD2', '[{"role":"leader","scope":""}]', '2026-05-10', '2026-05-12', 'LD1', '2026-05-09T02:00:00.000Z')`)
    expect(rowsOf(await seeCard(db, inName, 'board')).map(({ unit }) => unit)).toHaveLength(3)
    const later = { ...onDay('LD2', '2026-05-13'), inNameOf: 'LD1' }
    expect(textOf(await seeCard(db, later, 'board'))).toContain('没有由您负责或查看的单位')
  })
})
