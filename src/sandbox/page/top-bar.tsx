/** The bar above: the sandbox's clock, and how the platform misbehaves. */
import type { CampusChat, Faults } from '../model.ts'
import type { Drawn } from './card/drawing.ts'
import { ClockIcon } from './icons.tsx'
import { dateInChina, longDate } from './when.ts'

export const TopBar = ({ chat }: { chat: CampusChat }): Drawn => (
  <header class="topbar">
    <div class="brand">
      <strong>目标管理</strong>
      <span>校园聊天沙盒</span>
    </div>
    <div class="topbar-tools">
      <Clock now={chat.now()} />
      <fieldset class="clock-buttons" aria-label="拨快沙盒时间">
        {[1, 7, 30].map((days) => (
          <button
            type="button"
            hx-post={`/clock/${days}`}
            hx-target="#clock"
            hx-swap="outerHTML"
            hx-disabled-elt="this"
          >
            +{days} 天
          </button>
        ))}
      </fieldset>
      <FaultMenu chat={chat} />
    </div>
  </header>
)

export const Clock = ({ now }: { now: number }): Drawn => (
  <div id="clock" class="clock" title="沙盒时间">
    <ClockIcon />
    <time datetime={dateInChina(now, 'YYYY-MM-DD')}>{longDate(now)}</time>
  </div>
)

interface FaultChoice {
  readonly key: string
  readonly text: string
  readonly explained: string
  readonly faults: Faults
}

/** The faults that one can choose on the page. 99991400 is Feishu's code for too many calls (protocol.md 4). */
export const faultChoices: readonly FaultChoice[] = [
  { key: 'none', text: '正常', explained: '平台一切正常', faults: {} },
  { key: 'down', text: '中断', explained: '连接被切断，没有应答', faults: { down: true } },
  { key: 'slow', text: '变慢', explained: '每次调用等 4 秒才应答', faults: { delayMs: 4000 } },
  {
    key: 'limited',
    text: '限流',
    explained: '每次调用都答“过于频繁”',
    faults: { failWith: { status: 429, code: 99991400 } },
  },
  { key: 'repeated', text: '重复投递', explained: '每个事件再投递一次', faults: { redeliver: 1 } },
]

export function FaultMenu({ chat }: { chat: CampusChat }): Drawn {
  const now = JSON.stringify(chat.faults())
  const chosen = faultChoices.find((choice) => JSON.stringify(choice.faults) === now)
  const calm = now === '{}'
  return (
    <details id="faults" class="faults popup">
      <summary class={calm ? 'fault-state' : 'fault-state alarmed'}>
        <span class="dot" />
        平台{calm ? '正常' : `故障：${chosen?.text ?? '其他'}`}
      </summary>
      <div class="popup-list">
        {faultChoices.map((choice) => (
          <button
            type="button"
            hx-post={`/faults/${choice.key}`}
            hx-target="#faults"
            hx-swap="outerHTML"
            aria-pressed={choice === chosen ? 'true' : 'false'}
          >
            <span>{choice.text}</span>
            <small>{choice.explained}</small>
          </button>
        ))}
      </div>
    </details>
  )
}
