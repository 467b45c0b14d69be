// The SQLite driver keeps strings in persistent references, which Node-API 10 allows and Node-API 9 does
// not. Under version 9 this header keeps the string as a property of an object and refers to the object.
#pragma once
#include <napi.h>

namespace Napi {

template <>
class Reference<String> {
 public:
  Reference() = default;
  Reference(Reference&&) = default;
  Reference& operator=(Reference&&) = default;

  static Reference Box(String value) {
    Object box = Object::New(value.Env());
    box.Set("value", value);
    Reference reference;
    reference.box_ = Napi::Persistent(box);
    return reference;
  }

  String Value() const { return box_.Value().Get("value").As<String>(); }
  bool IsEmpty() const { return box_.IsEmpty(); }
  void Reset() { box_.Reset(); }
  void SuppressDestruct() { box_.SuppressDestruct(); }

 private:
  ObjectReference box_;
};

inline Reference<String> Persistent(String value) { return Reference<String>::Box(value); }

}  // namespace Napi
