import { goalNames } from '../../cards/goal-words.ts'
import type { FindingFault } from './rules/finding-marks.ts'
import type { MarkFault } from './rules/marks.ts'
import type { Unfinished } from './rules/sheet.ts'

const LEVEL_NAMES = { 1: '一级', 2: '二级', 3: '三级' } as const
const MOST = 6

/** Every fault of a page of marks; of many, the first few and how many more there are. */
export function sayFaults(faults: readonly MarkFault[]): string {
  const shown = faults.slice(0, MOST).map((fault) => `目标${fault.goal}${sayFault(fault)}`)
  const rest = faults.length > MOST ? `；另有${faults.length - MOST}处` : ''
  return `有${faults.length}处需要改：${shown.join('；')}${rest}。改好后请重新提交。`
}

function sayFault(fault: MarkFault): string {
  switch (fault.what) {
    case 'unread-points':
      return `第${fault.line}行没有读到分值，请写成「2.5 理由」`
    case 'zero-points':
      return `第${fault.line}行扣分要大于0，不扣分请删去这一行`
    case 'fine-points':
      return `第${fault.line}行分值最多两位小数`
    case 'huge-points':
      return `第${fault.line}行扣分不能超过100`
    case 'missing-reason':
      return `第${fault.line}行缺少扣分理由`
    case 'unknown-goal':
      return '不在本单位的目标中，请刷新卡片'
    case 'other-regime':
      return '的打分方式不适用于本单位，请刷新卡片'
    case 'long-text':
      return '文字过长，请精简到900字以内'
    case 'missing-level':
      return '没有选等级'
    case 'missing-score':
      return '没有填得分'
    case 'broken-score':
      return '的得分要填整数'
    case 'outside-band':
      return `选了${LEVEL_NAMES[fault.level]}，得分应在${fault.from / 100}–${fault.to / 100}之间`
    case 'missing-level-reason':
      return '是一级以下，请写明扣分理由'
  }
}

/** What keeps the sheet from being sent, whole; '' where nothing does. */
export function sayUnfinished({ goals, findings, full }: Unfinished): string {
  return [
    ...(goals.length === 0 ? [] : [`还有${goals.length}项没有打分：${goalNames(goals)}`]),
    ...(findings.length === 0 ? [] : [`还有${findings.length}条督查发现没有处理：${findingNames(findings)}`]),
    ...(full.length === 0 ? [] : [`${goalNames(full)}采纳了督查发现，得分不能是100`]),
  ].join('；')
}

const findingNames = (numbers: readonly number[]): string =>
  numbers.length > 2 * MOST
    ? `${numbers
        .slice(0, 2 * MOST)
        .map((one) => `发现${one}`)
        .join('、')}等`
    : numbers.map((one) => `发现${one}`).join('、')

/** As `sayFaults`, of what was filled in for the findings. */
export function sayFindingFaults(faults: readonly FindingFault[]): string {
  const shown = faults.slice(0, MOST).map(({ finding, what }) => `发现${finding}${sayFindingFault(what)}`)
  const rest = faults.length > MOST ? `；另有${faults.length - MOST}处` : ''
  return `有${faults.length}处需要改：${shown.join('；')}${rest}。改好后请重新提交。`
}

function sayFindingFault(what: FindingFault['what']): string {
  switch (what) {
    case 'unread-points':
      return '采纳要写扣几分，如「2.5 理由」'
    case 'zero-points':
      return '扣分要大于0，不扣分请选「不采纳」'
    case 'fine-points':
      return '分值最多两位小数'
    case 'huge-points':
      return '扣分不能超过100'
    case 'missing-reason':
      return '缺少扣分理由'
    case 'missing-choice':
      return '没有选采纳或不采纳'
    case 'missing-drop-reason':
      return '不采纳要写明理由'
    case 'missing-goal':
      return '没有选扣在哪项目标'
    case 'unknown-finding':
      return '已撤回或不属于本单位，请刷新卡片'
    case 'long-text':
      return '文字过长，请精简到300字以内'
  }
}
