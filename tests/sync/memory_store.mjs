// The store's side of the protocol, in memory: what outlives a closed page is in `records` and `settings`.

export class MemoryStore {
  records = new Map();
  settings = new Map();
  told = new Set();

  add(events) {
    const diary = this.settings.get("diary") ?? null;
    for (const event of events) this.records.set(event.id, { id: event.id, event, diary, state: "waiting" });
  }

  async waiting() {
    return this.#of("waiting");
  }

  async refused() {
    return this.#of("refused");
  }

  async unsaved() {
    return this.#of("waiting").length + this.#of("refused").length;
  }

  async settle(saved, refused = []) {
    for (const id of saved) {
      this.records.get(id).state = "saved";
      this.told.add(id);
    }
    for (const { id, faults } of refused) Object.assign(this.records.get(id), { state: "refused", faults });
  }

  async setting(name) {
    return this.settings.get(name);
  }

  async keepSetting(name, value) {
    this.settings.set(name, value);
  }

  async forgetDays() {
    for (const record of this.#of("saved")) this.records.delete(record.id);
  }

  #of(state) {
    return [...this.records.values()].filter((record) => record.state === state);
  }
}
