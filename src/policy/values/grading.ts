/** 等次与名额 (Articles 25, 27). */
import { aChoice, aNumber } from './kind.ts'
import type { ValuesNamed } from './value.ts'

const THRESHOLD = { min: 1, max: 100, decimals: 2, unit: '分' }
const UNTIL_RATIFIED = '考核结果审定时'
const NO_SCORES = '等次；不改得分'

export const GRADING: ValuesNamed<
  'excellentFrom' | 'qualifiedFrom' | 'bands' | 'quotaRounding' | 'freedPlace'
> = {
  excellentFrom: {
    label: '优秀起点',
    kind: aNumber(THRESHOLD),
    holds: UNTIL_RATIFIED,
    touches: '可评为优秀的单位；名额另按比例产生',
  },
  qualifiedFrom: { label: '合格起点', kind: aNumber(THRESHOLD), holds: UNTIL_RATIFIED, touches: NO_SCORES },
  bands: {
    label: '等次界线',
    kind: aChoice({ exact: '按得分直接比较', integer: '先四舍五入为整数再比较' }),
    changes: '69.82分、89.04分这类得分：直接比较不够上一档，取整后69.82分为合格。',
    holds: UNTIL_RATIFIED,
    touches: NO_SCORES,
  },
  quotaRounding: {
    label: '优秀名额取整',
    kind: aChoice({ floor: '舍去小数', 'half-up': '四舍五入', ceil: '进一' }),
    changes: '例：比例15%、30个单位得4.5个名额，舍去为4个，四舍五入或进一为5个。',
    holds: UNTIL_RATIFIED,
    touches: '优秀名额',
  },
  freedPlace: {
    label: '空出的名额',
    kind: aChoice({ next: '由下一名符合条件的单位递补', empty: '空缺，不递补' }),
    changes: '名次在内但被一票否决的单位，其名额给下一名还是空缺。',
    holds: UNTIL_RATIFIED,
    touches: '优秀名额',
  },
}
