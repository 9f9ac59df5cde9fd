/** Every other component once, words that want to be markup, and a component that nobody knows. */
import { callback, plain, tag } from './page-cards.ts'

export const gallery = {
  schema: '2.0',
  config: { update_multi: true, summary: { content: '全部组件' } },
  header: {
    title: plain('全部组件 <b>不是标签</b>'),
    subtitle: plain('副标题'),
    template: 'turquoise',
    text_tag_list: [tag('一', 'blue'), tag('二', 'violet')],
  },
  body: {
    elements: [
      {
        tag: 'markdown',
        content:
          "### 标题三\n普通 **粗体** *斜体* ~~删除~~ `代码` <font color='red'>红<font color='blue'>蓝</font>红</font>\n- 列表一\n  - 列表二\n1. 第一\n\n<at id=ou_p2></at> <person id='ou_p3'></person> <text_tag color='green'>标签</text_tag> <number_tag>7</number_tag>\n[链接](https://example.edu.cn/a) <br>转义 &#42;&#42;星号&#42;&#42; &#60;b&#62;",
      },
      { tag: 'hr' },
      {
        tag: 'div',
        text: {
          tag: 'plain_text',
          content: '<img src=x onerror="window.hacked=1"> **不加粗**',
          text_size: 'notation',
          text_color: 'grey',
        },
      },
      {
        tag: 'markdown',
        content:
          '<img src=x onerror="window.hacked=2"><script>window.hacked=3</script> [点](javascript:alert(1))',
      },
      {
        tag: 'div',
        fields: [
          { is_short: true, text: { tag: 'lark_md', content: '**单位**\n药学院' } },
          { is_short: true, text: { tag: 'lark_md', content: '**权重**\n25%' } },
        ],
      },
      { tag: 'person', user_id: 'ou_p2', show_name: true },
      {
        tag: 'person_list',
        persons: [{ id: 'ou_p2' }, { id: 'ou_p3' }, { id: 'ou_nobody' }],
        show_name: true,
      },
      { tag: 'img', img_key: 'img_1', alt: plain('图') },
      {
        tag: 'interactive_container',
        has_border: true,
        behaviors: callback({ a: 'open' }),
        elements: [{ tag: 'markdown', content: '**整块可点** · 查看药学院的目标' }],
      },
      {
        tag: 'select_static',
        placeholder: plain('换一个单位看'),
        behaviors: callback({ a: 'pick' }),
        options: [
          { text: plain('药学院'), value: 'u1' },
          { text: plain('文学院'), value: 'u2' },
        ],
      },
      { tag: 'checker', text: plain('已阅读通知'), checked: false, behaviors: callback({ a: 'tick' }) },
      { tag: 'picker_datetime', placeholder: plain('会议时间'), behaviors: callback({ a: 'when' }) },
      {
        tag: 'column_set',
        flex_mode: 'flow',
        columns: [
          'default',
          'primary',
          'danger',
          'text',
          'primary_text',
          'danger_text',
          'primary_filled',
          'danger_filled',
          'laser',
        ].map((type) => ({
          tag: 'column',
          width: 'auto',
          elements: [{ tag: 'button', type, text: plain(type), behaviors: callback({ a: type }) }],
        })),
      },
      { tag: 'button', text: plain('不可用'), disabled: true, disabled_tips: plain('本阶段已结束') },
      {
        tag: 'overflow',
        options: [
          { text: plain('撤回'), value: 'withdraw' },
          { text: plain('导出'), value: 'export' },
        ],
        behaviors: callback({ a: 'more' }),
      },
      { tag: 'hologram', content: '?' },
    ],
  },
}
