// For the copy that opens from disk, where browsers start no worker: run the worker's script in a hidden frame instead.
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      const frame = document.createElement("iframe");
      frame.hidden = true;
      document.documentElement.append(frame);
      this.inside = frame.contentWindow;
      this.inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      this.imported = Promise.resolve();
      this.inside.importScripts = (...scripts) => {
        const addresses = scripts.map((script) => new URL(script, new URL(address, location)));
        return (this.imported = this.imported.then(() => this.run(addresses)));
      };
      this.ready = this.run([address]);
    }

    run(addresses) {
      return addresses.reduce((before, address) => before.then(() => this.load(address)), Promise.resolve());
    }

    load(address) {
      return new Promise((loaded, failed) => {
        const script = Object.assign(this.inside.document.createElement("script"), { src: address, onload: loaded, onerror: failed });
        this.inside.document.head.append(script);
      });
    }

    async postMessage(data) {
      await this.ready;
      await this.imported; // what the script itself asked for
      this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data }));
    }
  };
}
