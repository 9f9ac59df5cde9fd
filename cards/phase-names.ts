export type Phase = 'setting' | 'execution' | 'assessment' | 'results' | 'closed'

export const PHASE_NAMES: { readonly [phase in Phase]: string } = {
  setting: '订立目标',
  execution: '实现目标',
  assessment: '考核',
  results: '结果',
  closed: '结束',
}

/** What a phase is for, in one line. */
export const PHASE_MEANINGS: { readonly [phase in Phase]: string } = {
  setting: '填报、审核、审定各单位年度目标',
  execution: '分解落实目标，报告进展，督导检查',
  assessment: '考核组评分、合议，反馈得分',
  results: '核对一票否决，评定等次，公布结果',
  closed: '本年度工作完成，全部内容不再更改',
}
