import type { MarkFault } from './rules/marks.ts'

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
