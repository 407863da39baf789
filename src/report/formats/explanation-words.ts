import type { Category, Language, Operation } from "../../catalogue/entry.ts";
import type { ReadAs } from "../../catalogue/explain.ts";

/** Every word that `explain` shows beside the catalogue's own texts. */
export interface ExplanationWords {
  readonly readAs: string;
  readonly readings: Readonly<Record<ReadAs, string>>;
  readonly note: string;
  readonly win32First: string;
  readonly spellings: string;
  readonly aliases: string;
  readonly category: string;
  readonly retry: string;
  readonly retryable: string;
  readonly notRetryable: string;
  readonly whenever: string;
  readonly related: string;
  /** Below a list of codes. */
  readonly more: string;
  readonly separator: string;
  readonly operations: Readonly<Record<Operation, string>>;
  readonly categories: Readonly<Record<Category, string>>;
}

/** The words of both languages. */
export const explanationWords: Readonly<Record<Language, ExplanationWords>> = {
  en: {
    readAs: "read as",
    readings: {
      decimal: "decimal",
      "negative decimal": "negative decimal",
      hexadecimal: "hexadecimal",
      HRESULT: "HRESULT",
      NTSTATUS: "NTSTATUS",
      "libuv number": "libuv number",
      "macro name": "macro name",
      "POSIX name": "POSIX name",
      "libuv name": "libuv name",
      "getaddrinfo name": "getaddrinfo name",
      ".NET name": ".NET name",
      message: "message",
      words: "words",
    },
    note: "note",
    win32First: "a Win32 error of the whole system first: it speaks of sockets only where a socket call returned it",
    spellings: "spellings",
    aliases: "also named",
    category: "category",
    retry: "try again",
    retryable: "can help: nothing has to be changed for it",
    notRetryable: "will not help before something is changed",
    whenever: "Whatever the program was doing",
    related: "Easily confused with",
    more: "Causes and next steps: wsa-annotate explain CODE",
    separator: ", ",
    operations: {
      startup: "startup",
      bind: "bind",
      listen: "listen",
      accept: "accept",
      connect: "connect",
      send: "send",
      receive: "receive",
      resolve: "resolve",
    },
    categories: {
      connection: "connection",
      address: "address",
      "name-resolution": "name resolution",
      resource: "resource",
      state: "state",
      argument: "argument",
      provider: "provider",
      qos: "quality of service",
      async: "asynchronous calls",
      permission: "permission",
    },
  },
  zh: {
    readAs: "解读为",
    readings: {
      decimal: "十进制",
      "negative decimal": "负十进制",
      hexadecimal: "十六进制",
      HRESULT: "HRESULT",
      NTSTATUS: "NTSTATUS",
      "libuv number": "libuv 编号",
      "macro name": "宏名",
      "POSIX name": "POSIX 名称",
      "libuv name": "libuv 名称",
      "getaddrinfo name": "getaddrinfo 名称",
      ".NET name": ".NET 名称",
      message: "错误消息",
      words: "关键词",
    },
    note: "注意",
    win32First: "首先是整个系统的 Win32 错误：只有套接字调用返回它时才与网络有关",
    spellings: "写法",
    aliases: "别名",
    category: "类别",
    retry: "重试",
    retryable: "可能有效，无需改动任何东西",
    notRetryable: "在改动之前重试无效",
    whenever: "任何操作",
    related: "容易混淆的代码",
    more: "原因和下一步：wsa-annotate explain 代码",
    separator: "、",
    operations: {
      startup: "初始化 (startup)",
      bind: "绑定 (bind)",
      listen: "监听 (listen)",
      accept: "接受连接 (accept)",
      connect: "连接 (connect)",
      send: "发送 (send)",
      receive: "接收 (receive)",
      resolve: "解析 (resolve)",
    },
    categories: {
      connection: "连接",
      address: "地址",
      "name-resolution": "名称解析",
      resource: "资源",
      state: "状态",
      argument: "参数",
      provider: "提供程序",
      qos: "服务质量 (QoS)",
      async: "异步调用",
      permission: "权限",
    },
  },
};
