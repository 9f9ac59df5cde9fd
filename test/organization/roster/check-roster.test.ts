import { describe, expect, it } from 'vitest'
import { checkRoster } from '../../../src/organization/roster/check-roster.ts'
import type { SheetKey } from '../../../src/organization/roster/layout.ts'
import type { RosterSheets } from '../../../src/organization/roster/sheets.ts'
import { REGULATION_DEFAULTS } from '../../../src/policy/rules/policy.ts'
import { demoRoster } from '../../../src/sandbox/university.ts'
import { addRow, editSheet } from '../world.ts'

const facts = { areas: REGULATION_DEFAULTS.gateAreas, today: '2026-03-01' } as const

/** The faults as `sheet/row/column code`. */
function faultsOf(sheets: RosterSheets): string[] {
  const checked = checkRoster(sheets, facts)
  return 'faults' in checked
    ? checked.faults.map(({ sheet, row, column, problem }) => `${sheet}/${row}/${column} ${problem.code}`)
    : []
}

const set = (key: SheetKey, row: number, cells: { [column: string]: string }, sheets = demoRoster()) =>
  editSheet(sheets, key, (old, at) => (at === row ? { ...old, ...cells } : old))

describe('the check of a roster', () => {
  it('finds nothing wrong with the demonstration university', () => {
    expect(faultsOf(demoRoster())).toEqual([])
  })

  it('names every missing sheet and every missing column at once', () => {
    const { teams: _, ...sheets } = demoRoster()
    const units = { columns: ['id', 'name'], rows: sheets.units?.rows ?? [] }
    expect(faultsOf({ ...sheets, units })).toEqual([
      'units/null/kind missing-column',
      'units/null/leader missing-column',
      'teams/null/null missing-sheet',
    ])
  })

  it('names a column that is twice there, and a sheet of units or people without rows', () => {
    const sheets = demoRoster()
    const columns = [...(sheets.people?.columns ?? []), 'mobile']
    expect(faultsOf({ ...sheets, people: { columns, rows: [] } })).toEqual([
      'people/1/mobile repeated-column',
      'people/null/null empty-sheet',
    ])
  })

  it.each([
    ['an unknown kind', 'units', 2, { kind: '学院' }, 'units/2/kind unknown-kind'],
    ['an unknown leader', 'units', 2, { leader: 'X9' }, 'units/2/leader unknown-person'],
    ['a unit name twice', 'units', 3, { name: '药学院' }, 'units/3/name repeated-value'],
    ['an empty name', 'people', 2, { name: '' }, 'people/2/name empty-cell'],
    ['a long name', 'people', 2, { name: '名'.repeat(31) }, 'people/2/name long-text'],
    ['an unknown unit of a person', 'people', 2, { unit: 'ZZ' }, 'people/2/unit unknown-unit'],
    ['a mobile that is none', 'people', 2, { mobile: '12345' }, 'people/2/mobile malformed-mobile'],
    ['an e-mail that is none', 'people', 2, { email: 'a@b' }, 'people/2/email malformed-email'],
    ['an open_id that is none', 'people', 2, { openId: 'abc' }, 'people/2/openId malformed-open-id'],
    ['nobody to reach', 'people', 2, { openId: '', email: '' }, 'people/2/openId unreachable-person'],
    ['one account for two', 'people', 3, { openId: 'ou_CH' }, 'people/3/openId repeated-value'],
    ['a role for a stranger', 'roles', 2, { person: 'X9' }, 'roles/2/person unknown-person'],
    ['an unknown role', 'roles', 2, { role: '主任' }, 'roles/2/role unknown-role'],
    ['a scope where none belongs', 'roles', 2, { scope: 'JX01' }, 'roles/2/scope needless-scope'],
    ['a role without its scope', 'roles', 6, { scope: '' }, 'roles/6/scope missing-scope'],
    ['an unknown group', 'roles', 6, { scope: '第九工作组' }, 'roles/6/scope unknown-group'],
    ['a group of another kind', 'roles', 6, { scope: '机关考核工作组' }, 'roles/6/scope unknown-group'],
    ['an unknown gate area', 'roles', 12, { scope: '绿化' }, 'roles/12/scope unknown-area'],
    ['a date that is none', 'roles', 2, { from: '2026-02-30' }, 'roles/2/from malformed-date'],
    ['an end before its start', 'roles', 2, { to: '2025-12-31' }, 'roles/2/to early-end'],
    ['an unknown kind of group', 'teams', 2, { kind: '小组' }, 'teams/2/kind unknown-group-kind'],
    ['an unknown unit of a group', 'teams', 2, { unit: 'ZZ' }, 'teams/2/unit unknown-unit'],
    ['a priority twice', 'priorities', 3, { id: 'YD1' }, 'priorities/3/id repeated-value'],
    ['a work item without standard', 'workItems', 2, { standard: '' }, 'workItems/2/standard empty-cell'],
  ] as const)('reports %s at its cell alone', (_, key, row, cells, fault) => {
    expect(faultsOf(set(key, row, cells))).toEqual([fault])
  })

  it('reports a number with characters that no number has, and one that the program keeps for itself', () => {
    const sheets = addRow(demoRoster(), 'people', { id: '工号一', name: '甲', email: 'a@x.cn' })
    expect(faultsOf(addRow(sheets, 'people', { id: 'office-1', name: '乙', email: 'b@x.cn' }))).toEqual([
      'people/30/id malformed-id',
      'people/31/id reserved-id',
    ])
  })

  it('reports a unit and a person that are twice there', () => {
    const unit = { id: 'JX01', name: '药学院二', kind: '教学单位', leader: '' }
    expect(faultsOf(addRow(demoRoster(), 'units', unit))).toEqual(['units/7/id repeated-value'])
    const person = { id: 'CH', name: '甲', email: 'a@x.cn' }
    expect(faultsOf(addRow(demoRoster(), 'people', person))).toEqual(['people/30/id repeated-value'])
  })

  it('reports the same role given twice, and a group of two kinds', () => {
    const twice = addRow(demoRoster(), 'roles', { person: 'C-JX01', role: '联络员', scope: '药学院' })
    expect(faultsOf(twice)).toEqual(['roles/27/role repeated-role'])
    expect(faultsOf(set('teams', 3, { kind: '考核工作组' }))).toEqual(['teams/3/kind mixed-group'])
  })

  it('Article 5: a working group is in charge of teaching units and hospitals, an assessment group of the others', () => {
    expect(faultsOf(set('units', 2, { kind: '行政部门' }))).toEqual(['teams/2/unit unfit-unit'])
    expect(faultsOf(set('units', 5, { kind: '教学单位' }))).toEqual(['teams/5/unit unfit-unit'])
  })

  it('a unit belongs to one group of a kind', () => {
    const shared = addRow(demoRoster(), 'teams', { name: '第二组', kind: '目标管理工作组', unit: 'JX01' })
    expect(faultsOf(shared)).toEqual(['teams/7/unit shared-unit'])
  })

  it('Articles 3, 4: the school keeps a chair and a member of the office who hold it today', () => {
    const without = editSheet(demoRoster(), 'roles', (cells) =>
      cells.role === '办公室' || cells.role === '领导小组组长' ? undefined : cells,
    )
    expect(faultsOf(without)).toEqual(['roles/null/role absent-office', 'roles/null/role absent-chair'])
    const over = set('roles', 2, { to: '2026-02-28' })
    expect(faultsOf(over)).toEqual(['roles/null/role absent-chair'])
  })

  it('reads a unit or a gate area by name or by number, and dates as people write them', () => {
    const sheets = set('roles', 2, { from: '2026年1月5日', to: '2026/12/31' })
    const checked = checkRoster(
      addRow(sheets, 'roles', { person: 'T-JX01', role: '联络员', scope: '护理学院' }),
      facts,
    )
    if ('faults' in checked) throw new Error('faults')
    expect(checked.roster.roles[0]).toMatchObject({ from: '2026-01-05', to: '2026-12-31' })
    expect(checked.roster.roles.at(-1)).toMatchObject({ scope: 'JX02', from: null, to: null })
    expect(checked.roster.roles.find((role) => role.role === 'lead-unit')?.scope).toBe('integrity')
  })
})
