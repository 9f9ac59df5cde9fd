import { describe, expect, it } from 'vitest'
import { enterPhaseCommand, openYearCommand } from '../../src/policy/commands.ts'
import { failGateCommand } from '../../src/results/commands/report-gate.ts'
import { chaseGatesCommand } from '../../src/results/gates/chase.ts'
import { evolveGateReminder, NOT_CHASED } from '../../src/results/rules/gate-reminder.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { act, campus, codeOf, foldAndState } from '../policy/campus.ts'
import { AREAS, campusInResults, cardOf, passGates } from './year-in-results.ts'

const told = (db: SqliteDatabase, view: string) =>
  (
    db.raw(`SELECT person FROM outbox WHERE kind = 'send' AND view = '${view}' ORDER BY person`) as {
      person: string
    }[]
  ).map((row) => row.person)

describe('lead units', () => {
  it('Article 31: get their lists when the assessment is opened, once a year', async () => {
    const db = campus()
    await act(db, openYearCommand, 'OF1', { year: 2026 })
    await act(db, enterPhaseCommand, 'OF1', { year: 2026, phase: 'execution', from: 'setting' })
    expect(told(db, 'gate-report')).toEqual([])
    await act(db, enterPhaseCommand, 'OF1', { year: 2026, phase: 'assessment', from: 'execution' })
    const leads = AREAS.map((area) => `GA-${area}`).sort()
    expect(told(db, 'gate-report')).toEqual(leads)
    await act(db, enterPhaseCommand, 'OF1', { year: 2026, phase: 'execution', from: 'assessment' })
    await act(db, enterPhaseCommand, 'OF1', { year: 2026, phase: 'assessment', from: 'execution' })
    expect(told(db, 'gate-report')).toEqual(leads)
  })

  it('Article 27: fail units by name, many at once, and pass the rest by one button', async () => {
    const db = await campusInResults()
    const text = '药学院 师德投诉属实\n科技处：廉政问题'
    expect(codeOf(await act(db, failGateCommand, 'GA-ethics', { year: 2026, area: 'ethics', text }))).toBe(
      'gate-reported',
    )
    await passGates(db, ['ethics'])
    expect(db.raw("SELECT unit, reason FROM gate WHERE verdict = 'fail' ORDER BY unit")).toEqual([
      { unit: 'JX01', reason: '师德投诉属实' },
      { unit: 'XZ02', reason: '廉政问题' },
    ])
  })
})

describe('chasing', () => {
  it('reaches each person that owes answers once a day, with all that the person owes', async () => {
    const db = await campusInResults()
    db.exec(
      "INSERT INTO role_held (person, role, scope, from_on) VALUES ('GA-ethics', 'lead-unit', 'energy', '2026-01-01')",
    )
    await passGates(db, ['integrity'])
    db.exec('DELETE FROM outbox')
    expect(codeOf(await act(db, chaseGatesCommand, 'C-JX01', { year: 2026 }))).toBe(
      'refused: gate-office-only',
    )
    const office = JSON.stringify(await cardOf(db, 'gate-reminder', { year: 2026 }, 'OF1'))
    expect(office).toContain('将给4人各发一条消息')
    expect(await act(db, chaseGatesCommand, 'OF1', { year: 2026 })).toMatchObject({
      done: { code: 'gates-chased', people: 4, areas: 4 },
    })
    expect(told(db, 'gate-chased')).toEqual(['GA-energy', 'GA-ethics', 'GA-security', 'GA-students'])
    const chased = JSON.stringify(await cardOf(db, 'gate-chased', { year: 2026 }, 'GA-ethics'))
    for (const words of ['师德师风评价', '节能减排', '药学院']) expect(chased).toContain(words)
    expect(codeOf(await act(db, chaseGatesCommand, 'OF1', { year: 2026 }))).toBe('refused: chased-today')
    expect(JSON.stringify(await cardOf(db, 'gate-reminder', { year: 2026 }, 'OF1'))).not.toContain(
      'gates.chase',
    )
    const { fold, state } = await foldAndState(db, 'gate-reminder:2026', evolveGateReminder, NOT_CHASED)
    expect(fold).toEqual(state)
  })

  it('two of the office at once send one message a person', async () => {
    const db = await campusInResults()
    await Promise.all([1, 2].map(() => act(db, chaseGatesCommand, 'OF1', { year: 2026 })))
    expect(told(db, 'gate-chased')).toHaveLength(5)
  })

  it('has nobody to chase once all is reported', async () => {
    const db = await campusInResults()
    await passGates(db)
    expect(codeOf(await act(db, chaseGatesCommand, 'OF1', { year: 2026 }))).toBe('refused: nobody-owing')
    expect(JSON.stringify(await cardOf(db, 'gate-chased', { year: 2026 }, 'GA-ethics'))).toContain('已报齐')
  })
})
