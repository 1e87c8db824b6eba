/** The disk fails, the words leave in an encrypted file, and an empty tablet brings them back. */
import { readFileSync } from 'node:fs'
import { axeFaults } from '../accessibility/axe.ts'
import { ChildrenPages } from '../pages/children.ts'
import { LockPages } from '../pages/lock.ts'
import { ProfilePages } from '../pages/profile.ts'
import { Tablet } from '../tablet.ts'
import { expect, test } from '../test.ts'
import { word } from '../words.ts'
import { makeBreakable, setFault } from './broken-storage.ts'

const FILE_PASSPHRASE = 'seven herons over the estuary'
const WORDS = 'Typed on a full device.'
/** The passphrase is stretched on purpose, and this machine may be busy. */
const STRETCHING = { timeout: 60_000 }

for (const fault of ['full', 'closed'] as const) {
  test(`words that cannot be saved (${fault}) are kept in a file and brought back on another tablet`, async ({
    tablet,
    site,
  }) => {
    const page = await tablet.start()
    await makeBreakable(page)
    await page.goto(site.origin)
    await new LockPages(page).setUp()
    await new ChildrenPages(page).add()
    const profile = new ProfilePages(page)
    await profile.start('Carer A')
    await profile.addEvidence('Saved before. ')
    await profile.saved()

    await setFault(page, fault)
    await page.getByLabel(word('care-profile.evidence.box.seen')).pressSequentially(WORDS)
    await page.getByRole('button', { name: word('app.failed.keep') }).tap()
    const panel = page.getByRole('region', { name: word('rescue.make.title') })
    await expect(panel).toBeFocused()
    expect(await axeFaults(page)).toEqual([])
    await panel.getByRole('button', { name: word('rescue.make.go') }).tap()
    await expect(panel.getByRole('alert')).toContainText(word('vault.newPassphrase.errors.empty'))
    await panel.getByLabel(word('vault.newPassphrase.label'), { exact: true }).fill(FILE_PASSPHRASE)
    await panel.getByLabel(word('vault.newPassphrase.again')).fill(FILE_PASSPHRASE)
    await panel.getByRole('button', { name: word('rescue.make.go') }).tap()
    const save = page.getByRole('button', { name: word('rescue.make.download') })
    await expect(save).toBeVisible(STRETCHING)
    expect(await axeFaults(page)).toEqual([])
    const downloading = page.waitForEvent('download')
    await save.tap()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('toolkit-notes.age')
    const path = await download.path()
    const bytes = readFileSync(path).toString('latin1')
    expect(bytes).toMatch(/^age-encryption\.org\/v1\n-> scrypt /)
    for (const clear of [WORDS, 'Child A', 'Carer A']) expect(bytes).not.toContain(clear)
    await expect(page.getByText(word('rescue.make.done.downloaded'))).toBeVisible()
    // Nothing is called saved that is not.
    await expect(page.locator('[data-saved-state]')).toHaveText(word(`app.bar.failed.${fault}`))

    const another = new Tablet()
    try {
      const fresh = await another.start()
      await fresh.goto(site.origin)
      await new LockPages(fresh).setUp()
      await fresh.goto(`${site.origin}/#/settings`)
      await fresh.getByRole('button', { name: word('rescue.back.open') }).tap()
      await fresh.getByLabel(word('rescue.back.file')).setInputFiles(path)
      const passphrase = fresh.getByLabel(word('rescue.back.passphrase'), { exact: true })
      await passphrase.fill('seven herons over the river')
      await fresh.getByRole('button', { name: word('rescue.back.look') }).tap()
      await expect(fresh.getByText(word('rescue.back.errors.wrong-passphrase'))).toBeVisible(STRETCHING)
      expect(await axeFaults(fresh)).toEqual([])
      await passphrase.fill(FILE_PASSPHRASE)
      await fresh.getByRole('button', { name: word('rescue.back.look') }).tap()
      const lines = fresh.locator('[data-rescue-line]')
      await expect(lines.first()).toBeVisible(STRETCHING)
      await expect(lines).toHaveText([
        /Child A.*not here yet/is,
        /Graded Care Profile.*Child A.*not here yet/is,
      ])
      await fresh.getByRole('button', { name: word('rescue.back.go') }).tap()
      await expect(lines).toHaveText([/Added and saved/, /Added and saved/])
      expect(await axeFaults(fresh)).toEqual([])

      // From the disk, not from memory.
      await fresh.reload()
      await new LockPages(fresh).unlock()
      await fresh.goto(`${site.origin}/#/`)
      await new ChildrenPages(fresh).choose('Child A')
      await fresh.goto(page.url())
      await expect(fresh.locator('.note')).toContainText(`Saved before. ${WORDS}`)
      const requests = [...tablet.requests, ...another.requests]
      expect(requests.filter((url) => !url.startsWith(site.origin) && !/^(blob|data):/.test(url))).toEqual([])
    } finally {
      await another.dispose()
    }
  })
}
