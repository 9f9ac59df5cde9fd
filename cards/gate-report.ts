import {
  type Button,
  buttons,
  type Card,
  divider,
  type Element,
  type FormSpec,
  field,
  line,
  note,
  type Params,
  type TableCell,
} from './kit.ts'
import { sayNames } from './result-words.ts'

export interface GateUnit {
  readonly id: string
  readonly name: string
  /** Null while nothing is reported, which is not a pass. */
  readonly verdict: 'pass' | 'fail' | null
  readonly reason: string
}

export interface GateReportFacts {
  readonly year: number
  readonly area: { readonly key: string; readonly name: string; readonly leadUnit: string }
  /** All units that take part. */
  readonly units: readonly GateUnit[]
  readonly page: number
  readonly pages: number
  /** The units of this page. */
  readonly shown: readonly GateUnit[]
  /** Null where the viewer cannot report, or no longer. */
  readonly form: {
    readonly spec: FormSpec
    readonly params: Params
    /** Units that do not pass, one a line. */
    readonly fails: FormSpec
  } | null
  /** Whether the viewer may chase the lead unit. */
  readonly office: boolean
  /** Who closed the area by ratifying the results. */
  readonly closed: { readonly by: string; readonly when: string } | null
  /** Whether reports are taken in the present phase. */
  readonly open: boolean
}

/** One gate area: pass or fail for every unit, by its lead unit (Articles 27, 31). */
export function gateReportCard(facts: GateReportFacts): Card {
  const { area, units } = facts
  const count = (verdict: GateUnit['verdict']): number =>
    units.filter((unit) => unit.verdict === verdict).length
  const silent = count(null)
  return {
    title: area.name,
    subtitle: `${facts.year}年度一票否决 · ${area.leadUnit}牵头`,
    status: statusOf(facts, silent),
    summary: silent > 0 ? `${area.name}：还有${silent}个单位没有报告` : `${area.name}：各单位均已报告`,
    elements: [
      line(`共${units.length}个单位：合格${count('pass')}，不合格${count('fail')}，未报告${silent}。`),
      ...standing(facts),
      ...(facts.form ? reportForm(facts, facts.form) : [verdictTable(facts)]),
      ...pageButtons(facts),
      ...chaseButton(facts, silent),
    ],
  }
}

function statusOf({ closed }: GateReportFacts, silent: number): NonNullable<Card['status']> {
  if (closed) return { text: '已截止', tone: 'muted' }
  return silent > 0 ? { text: `缺${silent}个`, tone: 'orange' } : { text: '已报齐', tone: 'green' }
}

function standing({ closed, open, form }: GateReportFacts): Element[] {
  if (closed) return [line(`结果已由 ${closed.by} 于 ${closed.when} 审定，不再更改。`, 'muted')]
  if (!open) return [note('进入「考核」或「结果」阶段后开始报告。')]
  return form
    ? [
        note(
          '不报告不算合格；不合格须写明原因，该单位不能评为优秀。审定前可以更正，不合格改为合格须另写理由。',
        ),
      ]
    : []
}

function chaseButton({ year, office, open, closed }: GateReportFacts, silent: number): Element[] {
  if (!office || !open || closed || silent === 0) return []
  return [buttons({ text: '催办关口', action: { show: 'gate-reminder', with: { year } } })]
}

/** The many first: those that fail by name, the rest by one button; then unit by unit, or by workbook. */
function reportForm(
  { year, area, page, units }: GateReportFacts,
  form: NonNullable<GateReportFacts['form']>,
): Element[] {
  const send: Button = {
    text: '提交本页',
    style: 'primary',
    action: { submit: 'gate', with: form.params },
  }
  const silent = units.filter((unit) => unit.verdict === null)
  const fail: Button = {
    text: form.fails.submit,
    action: { submit: 'gate_fails', with: { year, area: area.key } },
  }
  return [
    { tag: 'form', name: 'gate_fails', elements: form.fails.fields.map(field), buttons: [fail] },
    ...(silent.length > 0 ? [passButton(form.params, area.key, page, units.length, silent)] : []),
    divider,
    note('也可以逐个单位选择，或用工作簿批量报告。'),
    { tag: 'form', name: 'gate', elements: form.spec.fields.map(field), buttons: [send] },
    buttons({ text: '下载工作簿', action: { send: 'gate-template', with: { year } } }),
  ]
}

function passButton(
  params: Params,
  area: string,
  page: number,
  total: number,
  silent: readonly GateUnit[],
): Element {
  const text = silent.length === total ? '全部合格' : '其余合格'
  return buttons({
    text,
    action: {
      do: 'gate.pass',
      with: { year: params.year ?? 0, area, page, units: silent.map((unit) => unit.id) },
    },
    confirm: {
      title: `${silent.length}个单位报为合格？`,
      text: `未报告的单位：${sayNames(
        silent.map((unit) => unit.name),
        20,
      )}。`,
    },
  })
}

function verdictTable({ shown }: GateReportFacts): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'unit', label: '单位', kind: 'text' },
      { name: 'verdict', label: '结论', kind: 'status', width: '90px' },
      { name: 'reason', label: '原因', kind: 'text' },
    ],
    rows: shown.map((unit) => ({ unit: unit.name, verdict: verdictCell(unit), reason: unit.reason || '—' })),
  }
}

function verdictCell({ verdict }: GateUnit): TableCell {
  if (verdict === null) return { text: '未报告', tone: 'orange' }
  return verdict === 'pass' ? { text: '合格', tone: 'green' } : { text: '不合格', tone: 'red' }
}

function pageButtons({ year, area, page, pages }: GateReportFacts): Element[] {
  const to = (text: string, target: number): Button => ({
    text,
    action: { show: 'gate-report', with: { year, area: area.key, page: target } },
  })
  const list = [
    ...(page > 1 ? [to('上一页', page - 1)] : []),
    ...(page < pages ? [to('下一页', page + 1)] : []),
  ]
  return list.length === 0 ? [] : [note(`第${page}页，共${pages}页。换页前请先提交本页。`), buttons(...list)]
}
