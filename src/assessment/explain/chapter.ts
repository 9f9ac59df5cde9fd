import type { Chapter } from '../../kernel/chapter.ts'
import { scoreExplain } from './view.ts'

const LONGEST_NAME = 40

/** 解释: how a score came about, told by what computed it (rulebook 5.1). Only looks; nothing is decided here. */
export const explanation: Chapter = {
  name: 'explanation',
  commands: [],
  views: [scoreExplain],
  forms: [],
  intents: [
    {
      words: ['解释', '得分解释', '得分怎么来的'],
      help: '逐行查看得分怎么来的，可写单位：解释 药学院',
      opens: (rest) =>
        rest.length > LONGEST_NAME
          ? undefined
          : { send: 'score-explain', with: rest === '' ? {} : { words: rest } },
    },
  ],
  todo: async () => [],
  wording: {},
}
