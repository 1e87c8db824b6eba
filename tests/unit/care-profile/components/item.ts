/** One item's sheet as the practitioner has it: the real words, real addresses, and an assessment that keeps what is done. */
import { flushPromises, mount, type DOMWrapper, type VueWrapper } from '@vue/test-utils'
import { computed, defineComponent, h, nextTick, shallowRef, type ShallowRef } from 'vue'
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router'
import { recordOf, type Assessment, type ItemRecord } from '@/care-profile/assessment.ts'
import ItemSheet from '@/care-profile/components/ItemSheet.vue'
import { i18n, loadMessages } from '@/languages/i18n.ts'
import { loadToolText } from '@/languages/tool-text.ts'
import { day } from '../../children/days.ts'
import { begun, itemsOf } from '../family.ts'

export interface OpenSheet {
  page: VueWrapper
  assessment: ShallowRef<Assessment>
  router: Router
  record: (itemId: string) => ItemRecord
  card: (grade: number) => DOMWrapper<Element>
  radio: (grade: number) => DOMWrapper<HTMLInputElement>
  button: (words: string) => DOMWrapper<Element>
  press: (key: string, on?: Element) => Promise<void>
  painted: () => Promise<void>
}

export async function openSheet(itemId: string, from: Assessment = begun): Promise<OpenSheet> {
  await loadMessages(['children', 'care-profile', 'care-profile-report'])
  const text = await loadToolText('graded-care-profile', 'en-GB')
  const assessment = shallowRef(from)
  const toItem = (id: string) => ({ name: 'item', params: { itemId: id } })

  const Sheet = defineComponent({
    props: { itemId: { type: String, required: true } },
    setup(props) {
      const items = computed(() => itemsOf(assessment.value))
      return () =>
        h(ItemSheet, {
          item: items.value.find(({ id }) => id === props.itemId)!,
          items: items.value,
          assessment: assessment.value,
          text,
          mayBeUnreliable: props.itemId.startsWith('C2'),
          earliest: day('2023-11-01'),
          today: day('2026-03-12'),
          toItem,
          toOverview: { name: 'overview' },
          toSummary: { name: 'summary' },
          onChange: (change: (now: Assessment) => Assessment) => {
            assessment.value = change(assessment.value)
          },
        })
    },
  })
  const Empty = defineComponent({ render: () => h('div') })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/item/:itemId', name: 'item', component: Sheet, props: true },
      { path: '/', name: 'overview', component: Empty },
      { path: '/summary', name: 'summary', component: Empty },
    ],
  })
  await router.push(toItem(itemId))
  document.body.innerHTML = '<div id="here"></div>'
  const page = mount(RouterView, { attachTo: '#here', global: { plugins: [router, i18n] } })

  return {
    page,
    assessment,
    router,
    record: (id) => recordOf(assessment.value, id),
    card: (grade) => page.findAll('label.card')[grade - 1]!,
    radio: (grade) => page.findAll<HTMLInputElement>('label.card input')[grade - 1]!,
    button: (words) => page.findAll('button, a').find((each) => each.text().includes(words))!,
    async press(key, on = document.body) {
      on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
      await nextTick()
    },
    async painted() {
      await new Promise((resolve) => setTimeout(resolve, 150))
      await flushPromises()
    },
  }
}
