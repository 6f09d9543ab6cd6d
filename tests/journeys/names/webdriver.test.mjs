// WebDriver's Get Computed Role and Get Computed Label say of every element of the rules' page what the accessibility tree says of
// it, to the letter: so comparing with the tree, on all pages, stands for comparing with the two commands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, openOracle } from './oracle.mjs';
import { openDriver } from './webdriver.mjs';

const RULES = new URL('rules.html', import.meta.url).href;

/** Role and name of the document's own elements by the tree, in order; those in shadow roots come after them. */
async function byTree() {
  const oracle = await openOracle(1);
  try {
    const page = await oracle.context.newPage();
    await page.goto(RULES);
    const own = await page.locator('*').evaluateAll((elements) => elements.filter((element) => element.getRootNode() === document).length);
    const elements = await compare(page);
    return elements.slice(0, own).map(({ markup, theirs: { role, name } }) => ({ markup, role, name }));
  } finally {
    await oracle.close();
  }
}

async function byCommands() {
  const driver = await openDriver();
  try {
    return await driver.rolesAndNames(RULES);
  } finally {
    await driver.close();
  }
}

test('the two commands say what the accessibility tree says', async () => {
  const [tree, commands] = [await byTree(), await byCommands()];
  assert.ok(tree.length > 200, `${tree.length} elements`);
  assert.deepEqual(tree.map((element, at) => ({ ...element, ...commands[at] })), tree);
  assert.equal(commands.length, tree.length);
});
