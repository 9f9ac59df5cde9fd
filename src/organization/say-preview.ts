/** A proposal in words, for the card and for the command line. */
import type { RosterPreviewFacts } from '../../cards/roster-preview.ts'
import type { Proposal } from './examine.ts'
import { LAYOUT, ROLE_SCOPES, ROLES, SHEETS } from './roster/layout.ts'
import type { Line } from './roster/line.ts'
import type { WarningCode } from './roster/warnings.ts'

type Said = Omit<RosterPreviewFacts, 'roster' | 'name' | 'seen' | 'mayConfirm'>

const WARNINGS: { readonly [code in WarningCode]: string } = {
  'unit-without-leader': '没有分管校领导，目标将无人审核',
  'unit-without-contact': '没有联络员，目标将无人填报',
  'unit-without-head': '没有单位负责人，目标将无人报送',
  'unit-without-group': '没有归入负责考核的小组，届时将无人考核',
  'leaver-with-tasks': '将离开名册，还有未完成的任务，导入后请用「替换」移交',
  'scope-without-holder': '将没有组长或牵头部门，届时无人主持或报告',
}

const COUNTED: { readonly [code in WarningCode]?: string } = {
  'leaver-with-tasks': '人',
  'scope-without-holder': '处',
}

export function sayPreview(proposal: Proposal): Said {
  const { difference, accounts, warnings, asked } = proposal
  const scopeName = scopeNames(proposal)
  const say = (what: Line['what']) =>
    SHEETS.map((sheet) => ({
      sheet: LAYOUT[sheet].name,
      names: difference.lines
        .filter((line) => line.what === what && line.sheet === sheet)
        .map((line) => sayLine(line, scopeName)),
    })).filter((group) => group.names.length > 0)
  return {
    counts: SHEETS.map((sheet) => countsOf(sheet, difference.lines)).filter(
      ({ added, changed, ended }) => added + changed + ended > 0,
    ),
    added: say('add'),
    changed: say('change'),
    ended: say('end'),
    unreached: accounts.unreached.map((person) => person.name),
    doubled: accounts.doubled.map((person) => person.name),
    directoryAsked: asked,
    warnings: warnings.map(({ code, units }) => ({
      text: WARNINGS[code],
      units,
      counted: COUNTED[code] ?? '个单位',
    })),
  }
}

function countsOf(sheet: Line['sheet'], lines: readonly Line[]) {
  const count = (what: Line['what']): number =>
    lines.filter((line) => line.sheet === sheet && line.what === what).length
  return { sheet: LAYOUT[sheet].name, added: count('add'), changed: count('change'), ended: count('end') }
}

/** `药学院 联络员（联络员：药学院）`, `教务处（类别）`, or the name alone. */
function sayLine(
  { sheet, name, fields, role }: Line,
  scopeName: (role: NonNullable<Line['role']>) => string,
): string {
  if (role) {
    const scope = scopeName(role)
    return `${name}（${ROLES[role.role]}${scope ? `：${scope}` : ''}）`
  }
  const headers = fields.map((field) =>
    field === 'units' ? '单位' : (LAYOUT[sheet].columns[field] ?? field),
  )
  return headers.length === 0 ? name : `${name}（${headers.join('、')}）`
}

function scopeNames({ roster, present, areas }: Proposal): (role: NonNullable<Line['role']>) => string {
  const units = new Map(roster.units.map((unit) => [unit.id, unit.name]))
  return ({ role, scope }) => {
    switch (ROLE_SCOPES[role]) {
      case 'school':
        return ''
      case 'area':
        return areas.find((area) => area.key === scope)?.name ?? scope
      case 'unit': {
        const former = present.units.get(scope)?.state
        return units.get(scope) ?? (former && former.status !== 'unlisted' ? former.record.name : scope)
      }
      case 'working':
      case 'inspection':
      case 'assessment':
        return scope
    }
  }
}
