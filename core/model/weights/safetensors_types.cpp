// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weights/safetensors_types.h"

#include <map>

#include "base/error.h"

namespace mia::model {
namespace {

const std::map<std::string, torch::ScalarType>& torchTypes() {
  static const std::map<std::string, torch::ScalarType> types = {{"BOOL", torch::kBool},
                                                                 {"U8", torch::kUInt8},
                                                                 {"I8", torch::kInt8},
                                                                 {"F8_E5M2", torch::kFloat8_e5m2},
                                                                 {"F8_E4M3", torch::kFloat8_e4m3fn},
                                                                 {"I16", torch::kInt16},
                                                                 {"F16", torch::kHalf},
                                                                 {"BF16", torch::kBFloat16},
                                                                 {"I32", torch::kInt32},
                                                                 {"F32", torch::kFloat},
                                                                 {"I64", torch::kInt64},
                                                                 {"F64", torch::kDouble},
                                                                 {"C64", torch::kComplexFloat}};
  return types;
}

// Types of the format that LibTorch's stable set lacks: their tensors can be skipped, not read.
const std::map<std::string, std::uint64_t>& otherTypes() {
  static const std::map<std::string, std::uint64_t> bits = {
      {"F4", 4},          {"F6_E2M3", 6}, {"F6_E3M2", 6}, {"F8_E8M0", 8}, {"F8_E4M3FNUZ", 8},
      {"F8_E5M2FNUZ", 8}, {"U16", 16},    {"U32", 32},    {"U64", 64}};
  return bits;
}

}  // namespace

std::uint64_t bitsOfType(const std::string& dtype, const std::string& where) {
  if (const auto found = torchTypes().find(dtype); found != torchTypes().end()) {
    return c10::elementSize(found->second) * 8;
  }
  if (const auto found = otherTypes().find(dtype); found != otherTypes().end()) {
    return found->second;
  }
  throw Error(ErrorKind::kBadInput, where + ": \"" + dtype + "\" is not a type of safetensors");
}

torch::ScalarType torchType(const std::string& dtype, const std::string& where) {
  const auto found = torchTypes().find(dtype);
  if (found == torchTypes().end()) {
    throw Error(ErrorKind::kUnsupported, where + ": values of type " + dtype + " cannot be read");
  }
  return found->second;
}

std::string safeTensorsType(torch::ScalarType type) {
  for (const auto& [name, candidate] : torchTypes()) {
    if (candidate == type) return name;
  }
  throw Error(ErrorKind::kUnsupported,
              std::string("Tensors of type ") + c10::toString(type) + " cannot be written");
}

}  // namespace mia::model
