// The list of integrations: loads it and the visitor's state from the back end, and shows each with its services.
import { backEnd } from './back-end.js';
import { offerCode } from './code/panel.js';
import { byId, fromTemplate } from './dom.js';
import { showInstance } from './result.js';
import { createSlot } from './slot.js';
import { showStep } from './steps.js';

/**
 * Shows the list, and creates a solution instance for each integration that has none. It must exist before a click, because the
 * dialog's address contains its id.
 * @param {{ accountId: string }} visitor
 */
export async function showIntegrations(visitor) {
  const [solutions, instances] = await Promise.all([backEnd.solutions(), backEnd.solutionInstances()]);
  if (solutions.length === 0)
    throw new Error('Tray has no published solution with an authentication in it, so there is nothing to connect.');
  const cards = solutions.map((solution) => createCard(solution, visitor));
  byId('loading').remove();
  byId('integrations').append(...cards.map(({ root }) => root));
  byId('integrations').removeAttribute('aria-busy');
  try {
    const authentications = await backEnd.authentications();
    for (const card of cards) {
      const existing = instances.find(({ solution }) => solution.id === card.solutionId);
      card.update(existing ?? (await backEnd.createSolutionInstance(card.solutionId)), authentications);
    }
  } catch (error) {
    for (const card of cards) card.giveUp();
    throw error;
  }
  offerCode(cards[0].firstSlot);
  showStep('instance', 'done');
}

function createCard({ solutionId, title, description, authSlots }, visitor) {
  const { root, parts } = fromTemplate('integration-template');
  let instanceId;

  async function readBack() {
    const [instances, authentications] = await Promise.all([backEnd.solutionInstances(), backEnd.authentications()]);
    update(
      instances.find(({ id }) => id === instanceId),
      authentications,
    );
  }

  function update(instance, authentications) {
    instanceId = instance.id;
    parts.state.textContent = instance.enabled ? 'Enabled' : 'Not enabled yet';
    parts.state.classList.toggle('good', instance.enabled);
    for (const slot of slots) {
      const value = instance.authValues.find(({ externalId }) => externalId === slot.externalId);
      slot.update({
        solutionInstanceId: instanceId,
        // The instance may still name an authentication that was removed at Tray.
        authentication: value && authentications.find(({ id }) => id === value.authId),
      });
    }
    showInstance(instance);
  }

  function giveUp() {
    if (!instanceId) parts.state.textContent = 'Not available';
    for (const slot of slots) slot.giveUp();
  }

  parts.title.textContent = title;
  parts.description.textContent = description;
  parts.state.textContent = 'Preparing…';
  const slots = authSlots.map((slot) => createSlot(slot, visitor, { onSaved: readBack }));
  parts.slots.append(...slots.map((slot) => slot.root));
  return { root, solutionId, firstSlot: slots[0].source, update, giveUp };
}
