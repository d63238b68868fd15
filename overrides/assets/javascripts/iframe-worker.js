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
      this.inside.importScripts = (...scripts) => this.run(scripts.map((script) => new URL(script, address)));
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

    postMessage(data) {
      this.ready.then(() => this.inside.dispatchEvent(new this.inside.MessageEvent("message", { data })));
    }
  };
}
