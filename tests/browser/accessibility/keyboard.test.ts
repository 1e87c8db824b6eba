/** The job by keyboard alone: no tap, no click, and the focus is seen all the way. */
import { LANDSCAPE } from '../chromium.ts'
import { PASSPHRASE } from '../pages/lock.ts'
import { expect, test } from '../test.ts'
import { profileText, word } from '../words.ts'
import { expectArrived, Keyboard } from './focus.ts'

/** A tablet with a keyboard, upright and lying; and one zoomed to 200 %, where bars take the most room. */
const SIZES = { upright: null, 'on its side': LANDSCAPE, 'zoomed to 200 %': { width: 410, height: 590 } }

for (const [how, size] of Object.entries(SIZES)) {
  test(`from set-up to the summary by keyboard alone, the tablet ${how}`, async ({ tablet, site }) => {
    test.setTimeout(240_000)
    const page = await tablet.start()
    if (size) await page.setViewportSize(size)
    const keyboard = new Keyboard(page)
    const button = (key: string) => page.getByRole('button', { name: word(key), exact: true })
    const link = (name: string | RegExp) => page.getByRole('link', { name })
    const field = (key: string) => page.getByLabel(word(key), { exact: true })

    await page.goto(site.origin)
    await keyboard.press(button('vault.setUp.welcome.next'))
    await expectArrived(page, word('vault.setUp.passphrase.title'))
    await keyboard.type(field('vault.newPassphrase.label'), PASSPHRASE)
    await keyboard.type(field('vault.newPassphrase.again'), PASSPHRASE)
    await keyboard.press(field('vault.setUp.passphrase.understand'), 'Space')
    await keyboard.press(button('vault.setUp.passphrase.next'))
    await expectArrived(page, word('vault.setUp.recovery.title'))
    const groups = await page.locator('[data-recovery-key] .groups__text').allTextContents()
    await keyboard.press(button('vault.recoveryKey.onPaper'))
    await expect(field('vault.recoveryKey.lastLabel')).toBeFocused()
    await page.keyboard.type(groups.at(-1) ?? '')
    await page.keyboard.press('Enter')

    await page.getByRole('heading', { level: 1, name: word('children.home.title') }).waitFor()
    await keyboard.press(link(word('children.home.add')))
    await expectArrived(page, word('children.new.title'))
    await keyboard.type(field('children.form.reference'), 'Child A')
    await keyboard.to(page.locator('[name="child-birth-kind"]:checked'))
    await page.keyboard.press('ArrowDown')
    await keyboard.look()
    await expect(field('children.form.birthKinds.born')).toBeChecked()
    await keyboard.type(field('children.form.day'), '12')
    await keyboard.type(field('children.form.month'), '3')
    await keyboard.type(field('children.form.year'), '2024')
    await page.keyboard.press('Enter')
    await expectArrived(page, 'Child A')

    await keyboard.press(link(word('care-profile.list.start')))
    await expectArrived(page, word('care-profile.new.title'))
    await keyboard.type(field('care-profile.details.carer'), 'Carer A')
    await keyboard.type(field('care-profile.details.name'), 'HV 1')
    await page.keyboard.press('Enter')
    // The form may lead to the overview or to the first item.
    const name = (item: string) => profileText(`${item}.name`)
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).not.toHaveText(word('care-profile.new.title'))
    await expect(heading).toBeFocused()
    const begin = link(word('care-profile.overview.begin', { name: name('A1a') }))
    if ((await begin.count()) > 0) await keyboard.press(begin)

    // A digit, wherever the focus is.
    await expectArrived(page, name('A1a'))
    await page.keyboard.press('3')
    await expect(page.locator('[name^="grade-"][value="3"]')).toBeChecked()
    await expect(page.locator('[name^="grade-"][value="3"]')).toBeFocused()
    await keyboard.look()
    await keyboard.press(link(word('care-profile.item.next', { name: name('A1b') })))

    // Tab to the cards, then the arrows.
    await expectArrived(page, name('A1b'))
    await keyboard.to(page.locator('[name^="grade-"]').first())
    await page.keyboard.press('Space')
    for (let grade = 2; grade <= 4; grade++) {
      await page.keyboard.press('ArrowDown')
      await keyboard.look()
    }
    await expect(page.locator('[name^="grade-"][value="4"]')).toBeChecked()
    await keyboard.press(link(word('care-profile.item.next', { name: name('A1c') })))

    // A note of evidence, in which digits are digits.
    await expectArrived(page, name('A1c'))
    await page.keyboard.press('1')
    await keyboard.press(
      page
        .getByRole('group', { name: word('care-profile.evidence.add') })
        .getByRole('button', { name: word('care-profile.source.seen') }),
    )
    await expect(page.getByLabel(word('care-profile.evidence.box.seen'))).toBeFocused()
    await page.keyboard.type('5 cups, 4 plates')
    await expect(page.getByLabel(word('care-profile.evidence.box.seen'))).toHaveValue('5 cups, 4 plates')
    await expect(page.locator('[name^="grade-"][value="1"]')).toBeChecked()

    await keyboard.press(page.getByRole('banner').getByRole('link').first())
    await expectArrived(page, word('care-profile.overview.title'))
    await keyboard.press(link(word('care-profile.overview.summary')))
    await expectArrived(page, word('care-profile.summary.title'))
    await expect(page.getByText('3 graded')).toBeVisible()
    expect([...new Set(keyboard.faults)]).toEqual([])
  })
}
