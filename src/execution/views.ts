import type { ViewDefinition } from '../kernel/view.ts'
import type { Blobs } from '../store/blobs.ts'
import { evidenceFileView, evidenceReceivedView } from './views/evidence.ts'
import { evidenceBatchView } from './views/evidence-batch.ts'
import { historyAskedView, historyView } from './views/history.ts'
import { judgeView, judgingView } from './views/judge.ts'
import { progressView } from './views/list.ts'
import { reportedView } from './views/reported.ts'
import { reportedManyView } from './views/reported-many.ts'
import { understoodView } from './views/understood.ts'

export const executionViews = (blobs: Blobs): ViewDefinition[] => [
  progressView,
  understoodView,
  reportedView,
  reportedManyView,
  historyView,
  historyAskedView,
  judgeView,
  judgingView,
  evidenceBatchView,
  evidenceReceivedView,
  evidenceFileView(blobs),
]
