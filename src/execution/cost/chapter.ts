import type { Chapter } from '../../kernel/chapter.ts'
import { costsView } from './view.ts'

/** Budget and spending (Article 30). Spending comes with progress reports; here it is looked at. */
export const cost: Chapter = {
  name: 'cost',
  commands: [],
  views: [costsView],
  forms: [],
  intents: [
    {
      words: ['经费', '经费情况', '预算'],
      help: '查看经费预算和支出，超支的在前',
      opens: (rest) => (rest === '' ? { send: 'costs', with: {} } : undefined),
    },
  ],
  todo: async () => [],
  wording: {},
}
