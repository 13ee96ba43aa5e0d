import { dictionary } from "../../shared/words/dictionary";

export const cartWords = dictionary(
  {
    cart: "주문서",
    empty: "담은 메뉴가 없어요. 메뉴를 눌러 담아 주세요.",
    clear: "전체 비우기",
    clearQuestion: "주문서를 모두 비울까요?",
    keep: "그대로 두기",
    order: "주문하기",
    edit: (name: string) => `${name} 바꾸기`,
    remove: (name: string) => `${name} 빼기`,
    takeOut: "빼기",
    orderedSoFar: "지금까지 주문한 금액",
    blocked: "주문할 수 없는 메뉴를 먼저 빼거나 바꿔 주세요.",
    soldOut: "품절됐어요",
    gone: "지금은 주문할 수 없어요",
    optionsChanged: "옵션이 바뀌었어요. 다시 골라 주세요.",
    short: (remaining: number) => `${remaining}개만 남았어요`,
    totalIs: (total: string) => `주문서 합계 ${total}`,
  },
  {
    cart: "Your order",
    empty: "Nothing here yet. Touch a dish to add it.",
    clear: "Empty the cart",
    clearQuestion: "Remove everything from the cart?",
    keep: "Keep it",
    order: "Order",
    edit: (name) => `Change ${name}`,
    remove: (name) => `Remove ${name}`,
    takeOut: "Remove",
    orderedSoFar: "Ordered so far",
    blocked: "Please remove or change what cannot be ordered.",
    soldOut: "Sold out meanwhile",
    gone: "Cannot be ordered right now",
    optionsChanged: "The options have changed. Please choose again.",
    short: (remaining) => `Only ${remaining} left`,
    totalIs: (total) => `Cart total ${total}`,
  },
);

export type CartWords = (typeof cartWords)["ko"];
